package io.quayside.testing.command;

import java.util.List;

/// What a program answered: its exit code and everything it wrote.
public record CommandResult(List<String> command, int exitCode, String output, String errors) {
    public CommandResult {
        command = List.copyOf(command);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /// This result, or an [AssertionError] that names the command and carries its last words.
    public CommandResult orFail() {
        if (!succeeded()) {
            throw new AssertionError(
                    "`" + String.join(" ", command) + "` ended with " + exitCode + ":\n" + errors + output);
        }
        return this;
    }
}
