package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// From the moment an engine tells an event to the frame in which the container's row shows it, among 1,000
/// containers while those on screen start and stop all the time.
public final class RowLatencyMeasure {
    private static final int CONTAINERS = 1000;
    private static final int FLIPPED = 10;
    private static final int ROUNDS = 30;
    private static final int GAP_MILLIS = 60;
    private static final int SETTLE_MILLIS = 5_000;

    /// What a row is to show, and since when.
    private record Told(String word, long at) {}

    private RowLatencyMeasure() {}

    public static Measure eventToRow() {
        return new Measure(List.of("event-to-row"), RowLatencyMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        List<Double> millis = new ArrayList<>();
        Map<String, Told> waiting = new ConcurrentHashMap<>();
        try (Workplace place = Workplace.with(CONTAINERS, CONTAINERS);
                WindowProcess window = WindowProcess.quayside(place, true)) {
            window.awaitReady();
            Thread.sleep(SETTLE_MILLIS);
            window.command(QuaysideWindow.WATCH);
            window.awaitLine("watching");
            Thread reader = Thread.ofVirtual().start(() -> read(window, waiting, millis));
            for (int round = 0; round < ROUNDS; round++) {
                for (int number = 0; number < FLIPPED; number++) {
                    String word = place.engine().flip(number) ? "Running" : "Finished";
                    waiting.put(place.engine().containerName(number), new Told(word, System.nanoTime()));
                    Thread.sleep(GAP_MILLIS);
                }
            }
            Thread.sleep(SETTLE_MILLIS);
            window.end();
            reader.join();
        }
        synchronized (millis) {
            if (millis.size() < ROUNDS * FLIPPED * 9 / 10) {
                throw new NotMeasuredException(
                        "only " + millis.size() + " of " + ROUNDS * FLIPPED + " changes were seen");
            }
            List<Double> sorted = millis.stream().sorted().toList();
            return List.of(
                    Figure.alone(
                            "event-to-row-p50",
                            sorted.get(sorted.size() / 2),
                            "-",
                            "ms",
                            "median of " + sorted.size() + " changes"),
                    Figure.alone(
                            "event-to-row-p95",
                            sorted.get(sorted.size() * 95 / 100),
                            "<= 300 ms",
                            "ms",
                            "an event of 1,000 containers to its row, 17 events a second"));
        }
    }

    private static void read(WindowProcess window, Map<String, Told> waiting, List<Double> millis) {
        try {
            for (String line = window.readLine(); line != null; line = window.readLine()) {
                String[] words = line.split(" ");
                Told told = words.length == 4 && words[0].equals("row") ? waiting.get(words[1]) : null;
                if (told != null && told.word().equals(words[2])) {
                    waiting.remove(words[1], told);
                    synchronized (millis) {
                        millis.add((Long.parseLong(words[3]) - told.at()) / 1e6);
                    }
                }
            }
        } catch (IOException closed) {
            // The window has gone: all that it said was read.
        }
    }
}
