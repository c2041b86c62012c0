package io.quayside.benchmarks.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A client in a process of its own, which works when it is told to.
final class Turns implements AutoCloseable {
    /// What one turn cost.
    record Cost(double millis, double cpuMillis, double megabytes, long result) {}

    private static final int END_SECONDS = 5;

    private final List<String> command;
    private final Process process;
    private final BufferedReader answers;

    private Turns(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.answers = process.inputReader();
    }

    static Turns start(List<String> jvm, String... program) throws IOException {
        List<String> command = new ArrayList<>(jvm);
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Turns turns = new Turns(command, process);
        turns.answer();
        return turns;
    }

    Cost take() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
        String[] parts = answer().split("\t");
        return new Cost(
                Long.parseLong(parts[0]) / 1e6,
                Long.parseLong(parts[1]) / 1e6,
                Long.parseLong(parts[2]) / 1e6,
                Long.parseLong(parts[3]));
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("A client ended: " + String.join(" ", command));
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
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
