package io.quayside.desktop;

import io.quayside.desktop.cli.CommandLineStart;

/// Where every start begins: the window, or one command. Each rung loads only what it needs.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("quayside " + Version.text());
            return;
        }
        int code = args.length == 0 ? WindowStart.run(StartOptions.NONE) : CommandLineStart.run(args);
        // Threads of the toolkit and of HTTP clients must not hold a finished command back.
        System.exit(code);
    }
}
