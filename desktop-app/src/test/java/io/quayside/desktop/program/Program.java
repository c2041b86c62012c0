package io.quayside.desktop.program;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts Quayside the way its launcher does, with the classes under test and folders of its own.
final class Program {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private static final List<String> HEADLESS =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");

    private final Path data;

    Program(Path data) {
        this.data = data;
    }

    /// Runs a command to its end, without a display.
    CommandResult run(String... arguments) {
        return command(List.of(), arguments)
                .withEnvironment("DISPLAY", "")
                .withEnvironment("WAYLAND_DISPLAY", "")
                .withEnvironment("DOCKER_HOST", "")
                .withDeadline(DEADLINE)
                .run();
    }

    /// Runs a command to its end, without a display, in a changed environment.
    CommandResult runIn(Map<String, String> environment, String... arguments) {
        Command command = command(List.of(), arguments)
                .withEnvironment("DISPLAY", "")
                .withEnvironment("WAYLAND_DISPLAY", "")
                .withDeadline(DEADLINE);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            command = command.withEnvironment(variable.getKey(), variable.getValue());
        }
        return command.run();
    }

    /// Starts the window, without a display, and waits for the end of the program.
    CommandResult runHeadlessWindow(String... arguments) {
        return command(HEADLESS, arguments).withDeadline(DEADLINE).run();
    }

    /// Starts the window on an X display and waits for the end of the program.
    CommandResult runOn(String display, String... arguments) {
        return command(List.of("-Dprism.order=sw"), arguments)
                .withEnvironment("DISPLAY", display)
                .withDeadline(DEADLINE)
                .run();
    }

    /// Opens the window, without a display, and returns when it shows containers.
    Running open(String... arguments) throws IOException, InterruptedException {
        return open("", HEADLESS, arguments);
    }

    /// Opens the window on an X display and returns when it shows containers.
    Running openOn(String display, String... arguments) throws IOException, InterruptedException {
        return open(display, List.of("-Dprism.order=sw"), arguments);
    }

    private Running open(String display, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> more = new ArrayList<>(options);
        more.add("-Dquayside.probe=ready");
        ProcessBuilder builder = new ProcessBuilder(line(more, arguments));
        builder.environment().put("DISPLAY", display);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Running running = new Running(builder.start());
        running.awaitReady();
        return running;
    }

    private Command command(List<String> options, String... arguments) {
        return Command.of(line(options, arguments));
    }

    private List<String> line(List<String> options, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.quayside.desktop.Launcher"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data-dir", data.toString()));
        return line;
    }

    /// A Quayside with an open window.
    static final class Running implements AutoCloseable {
        private final Process process;

        Running(Process process) {
            this.process = process;
        }

        private void awaitReady() throws IOException {
            BufferedReader output = process.inputReader();
            String said = output.readLine();
            while (said != null && !said.equals("ready")) {
                said = output.readLine();
            }
            if (said == null) {
                throw new AssertionError("Quayside ended before its window showed containers");
            }
        }

        boolean isAlive() {
            return process.isAlive();
        }

        /// How often the FX thread has slept since its start, as the system counts it.
        long sleepsOfTheFxThread() {
            Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
            try (Stream<Path> all = Files.list(threads)) {
                for (Path thread : all.toList()) {
                    if (Files.readString(thread.resolve("comm")).startsWith("JavaFX Applicat")) {
                        return Files.readAllLines(thread.resolve("status")).stream()
                                .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("Quayside has no FX thread");
        }

        /// Waits for the end and returns the exit code.
        int awaitEnd() throws InterruptedException {
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Quayside still runs");
            }
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
