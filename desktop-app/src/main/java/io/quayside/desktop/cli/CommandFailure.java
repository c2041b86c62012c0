package io.quayside.desktop.cli;

/// A command couldn't do what it was asked; the message is for the person who asked.
final class CommandFailure extends Exception {
    private final String text;

    CommandFailure(String text) {
        super(text);
        this.text = text;
    }

    CommandFailure(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    String text() {
        return text;
    }
}
