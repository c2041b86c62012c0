package io.quayside.engine.files;

import java.util.Optional;

/// Something that can't be done with files of a container, told in words for people.
public final class FileActionException extends Exception {
    /// Why not.
    public enum Reason {
        /// The engine can only add and replace files of a container that doesn't run.
        NEEDS_RUNNING,
        /// It would need a program that the container doesn't have.
        NEEDS_SHELL,
        /// A program in the container said no.
        REFUSED,
        /// There is something of that name.
        NAME_TAKEN,
        /// The file is not what it was when it was opened.
        CHANGED_MEANWHILE,
        /// It isn't the kind of thing that this can be done with.
        WRONG_KIND
    }

    private final Reason reason;
    private final String why;
    private final String words;

    FileActionException(Reason reason, String why) {
        this(reason, why, "");
    }

    /// @param words what a program said, verbatim: untrusted
    FileActionException(Reason reason, String why, String words) {
        super(words.isEmpty() ? why : why + " " + words);
        this.reason = reason;
        this.why = why;
        this.words = words;
    }

    public Reason reason() {
        return reason;
    }

    /// A sentence.
    public String why() {
        return why;
    }

    /// What a program in the container said, if it did.
    public Optional<String> words() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    static FileActionException needsRunning(String act) {
        return new FileActionException(
                Reason.NEEDS_RUNNING,
                "The container isn't running, and the engine itself can't " + act + ". Start it first.");
    }

    static FileActionException needsShell(String act) {
        return new FileActionException(
                Reason.NEEDS_SHELL,
                "That needs a shell in the container, and this image has none; the engine itself can't " + act + ".");
    }
}
