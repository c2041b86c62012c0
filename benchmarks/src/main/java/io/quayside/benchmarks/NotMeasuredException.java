package io.quayside.benchmarks;

/// Something that a figure needs isn't there; the message says what.
public final class NotMeasuredException extends Exception {
    private static final long serialVersionUID = 1;

    public NotMeasuredException(String message) {
        super(message);
    }
}
