package io.quayside.desktop.cli;

import picocli.CommandLine;

/// Parses the command line and runs the command it names.
public final class CommandLineStart {
    private CommandLineStart() {}

    /// Returns the exit code: 0 done, 1 not done and said why, 2 the command line was wrong.
    public static int run(String... args) {
        return new CommandLine(new QuaysideCommand())
                .setExecutionExceptionHandler(new FailureHandler())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
