package io.quayside.engine.run;

/// A file of variables with a line that can't be read. The message is a sentence for users, without any value.
public final class EnvFileException extends RunException {
    private static final long serialVersionUID = 1;

    private final int line;

    EnvFileException(int line, String message) {
        super(message);
        this.line = line;
    }

    /// The number of the line, from 1.
    public int line() {
        return line;
    }
}
