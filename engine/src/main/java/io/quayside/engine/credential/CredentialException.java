package io.quayside.engine.credential;

import java.nio.file.Path;

/// Why a login can't be read or kept. No message has a secret in it, nor words of a file that may hold one.
public abstract sealed class CredentialException extends Exception {

    private CredentialException(String message) {
        super(message);
    }

    /// docker's file with the logins can't be read or written.
    public static final class FileProblem extends CredentialException {
        private final Path file;

        FileProblem(Path file, String why) {
            super(file + ": " + why);
            this.file = file;
        }

        /// The file.
        public Path file() {
            return file;
        }
    }

    /// The program that keeps the logins isn't installed.
    public static final class HelperMissing extends CredentialException {
        private final String program;

        HelperMissing(String program) {
            super(program + ", which keeps the logins of registries, isn't installed");
            this.program = program;
        }

        /// Such as `docker-credential-pass`.
        public String program() {
            return program;
        }
    }

    /// The program that keeps the logins refused or failed.
    public static final class HelperFailed extends CredentialException {
        private final String program;
        private final String words;

        HelperFailed(String program, String words) {
            super(program + (words.isEmpty() ? " failed" : ": " + words));
            this.program = program;
            this.words = words;
        }

        /// Such as `docker-credential-pass`.
        public String program() {
            return program;
        }

        /// Its own words, on one line; untrusted.
        public String words() {
            return words;
        }
    }
}
