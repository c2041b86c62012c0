package io.quayside.engine.build;

import java.util.OptionalInt;

/// Why a build gave no image, where the engine itself isn't to blame. The builder's words are untrusted text.
public abstract sealed class BuildException extends Exception {
    private final String words;
    private final OptionalInt line;

    private BuildException(String message, String words, OptionalInt line) {
        super(message);
        this.words = words;
        this.line = line;
    }

    /// What the builder said, verbatim, or empty.
    public String words() {
        return words;
    }

    /// The line of the Dockerfile at which it failed, from 1, if that is known.
    public OptionalInt line() {
        return line;
    }

    /// A step failed.
    public static final class Step extends BuildException {
        private final int step;

        Step(int step, String words, OptionalInt line) {
            super("Step " + step + " of the build failed: " + words, words, line);
            this.step = step;
        }

        /// Its number in [BuildEvent.StepAdded].
        public int step() {
            return step;
        }
    }

    /// The Dockerfile can't be understood.
    public static final class Dockerfile extends BuildException {
        Dockerfile(String words, OptionalInt line) {
            super("The Dockerfile can't be understood: " + words, words, line);
        }
    }

    /// What is to be sent can't be read, or isn't there.
    public static final class Context extends BuildException {
        Context(String why, Throwable cause) {
            super(why, "", OptionalInt.empty());
            initCause(cause);
        }
    }

    /// The builder that there is can't do what was asked.
    public static final class NotPossible extends BuildException {
        NotPossible(String why) {
            super(why, "", OptionalInt.empty());
        }
    }

    /// The program that speaks with the builder failed at something that isn't the folder's.
    public static final class Program extends BuildException {
        Program(String program, String words) {
            super(program + " failed: " + words, words, OptionalInt.empty());
        }
    }
}
