package io.quayside.desktop.cli;

import io.quayside.desktop.log.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says on standard error why a command failed: the words of a failure that was foreseen, the trace of any other.
final class FailureHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandFailure foreseen) {
            command.getErr().println(Secrets.mask(foreseen.text()));
        } else {
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
