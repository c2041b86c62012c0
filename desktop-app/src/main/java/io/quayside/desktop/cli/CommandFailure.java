package io.quayside.desktop.cli;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostProblem;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;

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

    /// What kept a machine from doing what was asked, with what to do and its own last words.
    static CommandFailure of(VmException failure) {
        VmProblem.Words words = failure.problem().words();
        StringBuilder text = new StringBuilder(words.what())
                .append('\n')
                .append(words.why())
                .append('\n')
                .append(words.advice());
        failure.problem().lastWords().forEach(line -> text.append("\n  ").append(SafeText.line(line)));
        return new CommandFailure(text.toString(), failure);
    }

    String text() {
        return text;
    }
}
