package io.quayside.desktop;

import io.quayside.desktop.cli.CommandLineStart;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where every start begins: the window, or one command. Each rung loads only what it needs; the window doesn't need
/// the
/// parser of the command line, which costs as much as a tenth of its start.
public final class Launcher {
    private static final String ENGINE = "--engine";
    private static final String DATA_DIR = "--data-dir";

    private Launcher() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("quayside " + Version.text());
            return;
        }
        Optional<StartOptions> window = window(args);
        int code = window.isPresent() ? WindowStart.run(window.get()) : CommandLineStart.run(args);
        // Threads of the toolkit and of HTTP clients must not hold a finished command back.
        System.exit(code);
    }

    /// The options of a start that opens the window; empty if there is anything else, which is for the parser to read
    /// or to refuse.
    static Optional<StartOptions> window(String... args) {
        StartOptions options = StartOptions.NONE;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || args[i + 1].startsWith("-")) {
                return Optional.empty();
            }
            if (args[i].equals(ENGINE)) {
                options = new StartOptions(Optional.of(args[i + 1]), options.dataDir());
            } else if (args[i].equals(DATA_DIR)) {
                try {
                    options = new StartOptions(options.engine(), Optional.of(Path.of(args[i + 1])));
                } catch (InvalidPathException e) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(options);
    }
}
