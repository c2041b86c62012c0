package io.quayside.benchmarks.window;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Places;
import io.quayside.desktop.Launcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A process with a window on a display without a screen. Quayside and its peers get the same JVM, the same options
/// and each its own AOT cache.
final class WindowProcess implements AutoCloseable {
    /// No machine's graphics card has a say.
    private static final String DRAWING = "-Dprism.order=sw";

    private static final double TICKS_PER_SECOND = 100;
    private static final int CPU_TICKS = 11; // utime among the fields of /proc/PID/stat after the name
    private static final int END_SECONDS = 20;

    private static final String PEERS = Places.jar() + ":" + Places.app() + "/lib/*";

    private static final Path OUR_CACHE = Places.app().resolve("quayside.aot");
    private static final String OUR_CLASS_PATH = Places.app() + "/lib/*:" + Places.jar();

    private final long began;
    private final Process process;
    private final BufferedReader output;

    private WindowProcess(List<String> command, Workplace place, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        place.showOn(builder);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        began = System.nanoTime();
        process = builder.start();
        output = process.inputReader();
    }

    /// Quayside on the place's engine, with an empty folder of its own.
    ///
    /// @param driven whether it takes [#command(String)]; it is the very program of the users if not
    static WindowProcess quayside(Workplace place, boolean driven) throws IOException {
        return quayside(place, place.engine().address(), driven);
    }

    /// The same on another engine.
    static WindowProcess quayside(Workplace place, String engine, boolean driven) throws IOException {
        Path folder = place.fresh();
        List<String> command = jvm(OUR_CACHE, OUR_CLASS_PATH);
        command.add("-Dquayside.probe=stay");
        command.add(driven ? QuaysideWindow.class.getName() : Launcher.class.getName());
        command.addAll(List.of("--engine", engine, "--data-dir", folder.toString()));
        return new WindowProcess(command, place, folder.resolve("stderr.log"));
    }

    /// A window without content, on the class path and with the AOT cache that Quayside has.
    static WindowProcess empty(Workplace place, boolean driven) throws IOException {
        return peer(EmptyWindow.class, jvm(OUR_CACHE, OUR_CLASS_PATH), place, driven);
    }

    /// A [PeerWindow] with an AOT cache of its own.
    static WindowProcess peer(Class<?> window, Path cache, Workplace place) throws IOException {
        return peer(window, jvm(cache, PEERS), place, false);
    }

    private static WindowProcess peer(Class<?> window, List<String> command, Workplace place, boolean driven)
            throws IOException {
        Path folder = place.fresh();
        command.addAll(List.of(window.getName(), driven ? "driven" : "stay"));
        return new WindowProcess(command, place, folder.resolve("stderr.log"));
    }

    /// Trains the AOT cache of a [PeerWindow].
    static Path cacheOf(Class<?> window, Workplace place) throws IOException, InterruptedException {
        Path folder = place.folder();
        Path cache = folder.resolve(window.getSimpleName() + ".aot");
        List<String> command = jvm(cache, PEERS);
        command.remove("-XX:AOTMode=on");
        command.replaceAll(word -> word.startsWith("-XX:AOTCache=") ? "-XX:AOTCacheOutput=" + cache : word);
        command.addAll(List.of(window.getName(), "exit"));
        ProcessBuilder builder = new ProcessBuilder(command);
        place.showOn(builder);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile())
                .start()
                .waitFor();
        if (!Files.exists(cache)) {
            throw new IOException("No AOT cache of " + window.getSimpleName() + " came of the training");
        }
        return cache;
    }

    private static List<String> jvm(Path cache, String classPath) {
        List<String> command = new ArrayList<>(List.of(Places.java(), "@" + Places.app() + "/jvm.options"));
        command.addAll(List.of("-p", Places.app() + "/javafx", "-cp", classPath));
        // A cache that doesn't fit is an error, not a slower start.
        command.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
        command.add(DRAWING);
        return command;
    }

    /// Waits until the window is painted; returns the time since the start in milliseconds.
    double awaitReady() throws IOException, NotMeasuredException {
        awaitLine("ready");
        return (System.nanoTime() - began) / 1e6;
    }

    /// Reads on to the line with this first word and returns it.
    String awaitLine(String word) throws IOException, NotMeasuredException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(word) || line.startsWith(word + " ")) {
                return line;
            }
        }
        throw new NotMeasuredException("a window ended before it said " + word);
    }

    /// The next line it says; null at its end.
    @Nullable
    String readLine() throws IOException {
        return output.readLine();
    }

    /// Tells a driven window to do something, see [WindowCommands].
    void command(String word) throws IOException {
        process.outputWriter().write(word + "\n");
        process.outputWriter().flush();
    }

    /// Seconds of CPU since its start.
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CPU_TICKS]) + Long.parseLong(fields[CPU_TICKS + 1])) / TICKS_PER_SECOND;
    }

    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow(() -> new IOException("The system doesn't say how much memory a process has"));
    }

    @Override
    public void close() {
        end();
    }

    /// Ends the process; returns when it has gone.
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
