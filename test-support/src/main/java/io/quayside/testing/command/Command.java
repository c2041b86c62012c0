package io.quayside.testing.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program to run to its end, with a deadline. Immutable: each `with` returns a new command.
public final class Command {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final byte[] input;
    private final Duration deadline;

    private Command(List<String> arguments, Map<String, String> environment, byte[] input, Duration deadline) {
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.input = input;
        this.deadline = deadline;
    }

    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    public static Command of(List<String> arguments) {
        return new Command(arguments, Map.of(), new byte[0], DEADLINE);
    }

    /// The program of that name on `PATH` or in the folders of root's programs.
    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Command withEnvironment(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Command(arguments, more, input, deadline);
    }

    public Command withInput(byte[] bytes) {
        return new Command(arguments, environment, bytes.clone(), deadline);
    }

    public Command withDeadline(Duration limit) {
        return new Command(arguments, environment, input, limit);
    }

    /// Runs the program and waits for its end; at the deadline it and its children are killed and the test fails.
    public CommandResult run() {
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(arguments));
            builder.environment().putAll(environment);
            return collect(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + arguments, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + arguments, e);
        }
    }

    private CommandResult collect(Process process) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Thread feeder = Thread.ofVirtual().name("test-command-in").start(() -> feed(process.getOutputStream()));
        Thread outputPump = pump("test-command-out", process.getInputStream(), output);
        Thread errorPump = pump("test-command-err", process.getErrorStream(), errors);
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(arguments + " still ran after " + deadline + ", last words: " + errors);
        }
        feeder.join();
        outputPump.join();
        errorPump.join();
        return new CommandResult(
                arguments,
                process.exitValue(),
                output.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8));
    }

    private void feed(OutputStream stdin) {
        try (stdin) {
            stdin.write(input);
        } catch (IOException e) {
            // The program ended without reading all of it; its exit code tells the rest.
        }
    }

    private static Thread pump(String name, InputStream from, ByteArrayOutputStream to) {
        return Thread.ofVirtual().name(name).start(() -> {
            try (from) {
                from.transferTo(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
