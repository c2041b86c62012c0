package io.quayside.desktop.cli;

import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostProblem;

/// A command couldn't do what it was asked; the message is for the person who asked.
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    CommandFailure(String text) {
        super(text);
        this.text = text;
    }

    CommandFailure(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /// What kept an engine from starting or stopping, with what to do and its own last words.
    static CommandFailure of(HostException failure) {
        HostProblem problem = failure.problem();
        StringBuilder text = new StringBuilder(problem.what())
                .append('\n')
                .append(problem.why())
                .append('\n')
                .append(problem.advice());
        problem.lastWords().forEach(line -> text.append("\n  ").append(line));
        return new CommandFailure(text.toString(), failure);
    }

    String text() {
        return text;
    }
}
