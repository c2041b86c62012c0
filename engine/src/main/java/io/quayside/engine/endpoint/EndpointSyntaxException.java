package io.quayside.engine.endpoint;

/// A text that isn't the address of an engine. The message says why, for people.
public final class EndpointSyntaxException extends Exception {

    private final String text;

    public EndpointSyntaxException(String text, String message) {
        super(message);
        this.text = text;
    }

    /// What was given, verbatim and untrusted.
    public String text() {
        return text;
    }
}
