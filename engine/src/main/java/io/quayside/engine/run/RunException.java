package io.quayside.engine.run;

import java.util.Objects;

/// A `docker run` line, a value in it, or a file that it names, that can't be understood. The message is a sentence for
/// users.
public abstract sealed class RunException extends Exception
        permits EnvFileException, RunLineException, RunValueException {
    private static final long serialVersionUID = 1;

    RunException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
