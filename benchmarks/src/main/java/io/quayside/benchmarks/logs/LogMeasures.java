package io.quayside.benchmarks.logs;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.logs.LogFollower;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogSearch;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.logs.LogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A log of a million lines: how long it takes to be shown, kept and searched, and what it leaves in memory.
public final class LogMeasures {
    private static final int ROUNDS = 3;
    private static final int SEARCHES = 7;

    private LogMeasures() {}

    /// All in one, because they share the engine and its container.
    public static Measure all() {
        return new Measure(List.of("log-open", "log-store", "log-heap", "log-find"), LogMeasures::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        Path folder = Files.createTempDirectory("quayside-bench-logs");
        try (Talker talker = Talker.start();
                LogShelf shelf = new LogShelf(folder, () -> LogShelf.DEFAULT_LIMIT)) {
            String what = Talker.LINES + " lines, 100 MB, of " + talker.engineName();
            List<Figure> figures = new ArrayList<>();
            keep(talker, shelf, "warm-up");
            talker.dockerLogsMillis();
            figures.add(open(talker, shelf, what));
            figures.addAll(stored(talker, shelf, what));
            LogStore store = shelf.store("round-0");
            figures.add(found(store, "log-find", LogPattern.literal(Talker.NEEDLE), "text in " + what));
            figures.add(found(store, "log-find-regex", LogPattern.regex("request 7{6} "), "expression in " + what));
            figures.add(found(
                    store,
                    "log-find-either",
                    LogPattern.regex("error|panic|request 7{6} "),
                    "any of three in " + what));
            figures.add(found(
                    store, "log-find-digits", LogPattern.regex("7{6} \\d"), "expression without a text in " + what));
            return figures;
        } catch (EngineException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /// Until the last lines, which are asked for first, can be painted.
    private static Figure open(Talker talker, LogShelf shelf, String what) throws EngineException, IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            LogFollower end = new LogFollower(shelf.store("end-" + i), talker.id());
            long start = System.nanoTime();
            end.readEnd(talker.engine().containers(), 100, () -> true);
            end.store().read(end.store().firstLine(), 100, 16_000);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return Figure.alone("log-open", Samples.median(times), "<= 200", "ms", "last 100 lines readable, of " + what);
    }

    private static List<Figure> stored(Talker talker, LogShelf shelf, String what)
            throws EngineException, IOException, InterruptedException, NotMeasuredException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long before = heap();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(keep(talker, shelf, "round-" + i));
            theirs.add(talker.dockerLogsMillis());
        }
        double grown = (heap() - before) / 1e6 / ROUNDS;
        return List.of(
                Figure.against(
                        "log-store",
                        Samples.median(ours),
                        Samples.median(theirs),
                        "<= 1.5",
                        "ms",
                        what + ", against docker logs > /dev/null"),
                Figure.alone("log-heap", grown, "<= 50", "MB", "heap after a collection, for each store with " + what));
    }

    private static double keep(Talker talker, LogShelf shelf, String name)
            throws EngineException, IOException, NotMeasuredException {
        LogStore store = shelf.store(name);
        LogFollower follower = new LogFollower(store, talker.id());
        long start = System.nanoTime();
        follower.follow(talker.engine().containers(), () -> true);
        double millis = (System.nanoTime() - start) / 1e6;
        if (store.endLine() != Talker.LINES) {
            throw new NotMeasuredException("there are " + store.endLine() + " lines");
        }
        return millis;
    }

    private static Figure found(LogStore store, String name, LogPattern pattern, String what)
            throws IOException, NotMeasuredException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            LogSearch search = new LogSearch(store, pattern, 0);
            long start = System.nanoTime();
            search.run();
            times.add((System.nanoTime() - start) / 1e6);
            if (search.found().size() != 1) {
                throw new NotMeasuredException("it was found " + search.found().size() + " times");
            }
        }
        return Figure.alone(name, Samples.median(times), "<= 300", "ms", what);
    }

    private static long heap() throws InterruptedException {
        System.gc();
        Thread.sleep(200); // what is freed by finalizing threads
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
