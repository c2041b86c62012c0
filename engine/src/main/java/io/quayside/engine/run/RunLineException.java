package io.quayside.engine.run;

/// A line that isn't one `docker run` command.
public final class RunLineException extends RunException {
    private static final long serialVersionUID = 1;

    private final String word;
    private final int position;

    RunLineException(String message, String word, int position) {
        super(message);
        this.word = word;
        this.position = position;
    }

    /// The word that it is about.
    public String word() {
        return word;
    }

    /// Where the word begins in the text, counted from 0.
    public int position() {
        return position;
    }
}
