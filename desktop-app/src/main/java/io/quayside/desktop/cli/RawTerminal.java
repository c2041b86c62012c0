package io.quayside.desktop.cli;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.time.Duration;

/// The terminal that this program runs in, handing on every key as it is pressed, until it is closed.
///
/// @param kept its settings before, as `stty -g` writes them
record RawTerminal(String kept, int rows, int columns) implements AutoCloseable {
    /// `stty` of Linux names a device by `-F`; without one it means its input, which isn't the terminal here.
    static RawTerminal open() throws IOException, InterruptedException {
        String kept = stty("-g");
        String[] size = stty("size").split(" ");
        RawTerminal terminal = new RawTerminal(kept, number(size, 0, 24), number(size, 1, 80));
        stty("raw", "-echo");
        return terminal;
    }

    private static int number(String[] words, int at, int otherwise) {
        return at < words.length && words[at].matches("[1-9]\\d{0,3}") ? Integer.parseInt(words[at]) : otherwise;
    }

    private static String stty(String... arguments) throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 3];
        line[0] = "stty";
        line[1] = "-F";
        line[2] = "/dev/tty";
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        try {
            ProcessOutcome outcome =
                    new SystemProcessRunner().run(ProcessRequest.of(line).withDeadline(Duration.ofSeconds(5)));
            if (!outcome.succeeded()) {
                throw new IOException(outcome.errors().strip());
            }
            return outcome.output().strip();
        } catch (ProcessFailure e) {
            throw new IOException("stty: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stty(kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program is being ended
        }
    }
}
