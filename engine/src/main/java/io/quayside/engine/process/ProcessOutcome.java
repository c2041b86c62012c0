package io.quayside.engine.process;

/// What a program that ran to its end answered. Decide on the exit code, not on the words.
///
/// @param output its standard output, up to the limit of the request
/// @param outputCut whether there was more
/// @param errors the end of its standard error
public record ProcessOutcome(int exitCode, String output, boolean outputCut, String errors) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
