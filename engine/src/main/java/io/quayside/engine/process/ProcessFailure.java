package io.quayside.engine.process;

import java.io.IOException;
import java.time.Duration;

/// A program that gave no answer. One that ends with an error did give one, see [ProcessOutcome].
public abstract sealed class ProcessFailure extends Exception {
    private final String program;

    private ProcessFailure(String program, String message, Throwable cause) {
        super(message, cause);
        this.program = program;
    }

    private ProcessFailure(String program, String message) {
        super(message);
        this.program = program;
    }

    public String program() {
        return program;
    }

    /// It couldn't be started: not there, not executable, no memory.
    public static final class NotStarted extends ProcessFailure {
        NotStarted(String program, IOException cause) {
            super(program, program + " couldn't be started: " + cause.getMessage(), cause);
        }
    }

    /// It still ran at the deadline, and was killed.
    public static final class Overdue extends ProcessFailure {
        private final String errors;

        Overdue(String program, Duration deadline, String errors) {
            super(program, program + " still ran after " + deadline.toMillis() + " ms and was ended");
            this.errors = errors;
        }

        /// The end of what it had written to standard error.
        public String errors() {
            return errors;
        }
    }
}
