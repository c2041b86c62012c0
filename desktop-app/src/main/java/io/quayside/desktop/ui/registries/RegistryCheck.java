package io.quayside.desktop.ui.registries;

import java.security.cert.X509Certificate;

/// What came of asking a registry whether it is there. The words are for people.
sealed interface RegistryCheck {
    String words();

    /// Nobody asked.
    record None() implements RegistryCheck {
        @Override
        public String words() {
            return "";
        }
    }

    /// It is being asked.
    record Asking() implements RegistryCheck {
        @Override
        public String words() {
            return "Asking…";
        }
    }

    /// It is there.
    record Answers(String words) implements RegistryCheck {}

    /// It isn't, or not for us.
    record Fails(String words) implements RegistryCheck {}

    /// It shows a certificate that nobody here trusts.
    ///
    /// @param certificate the last one that it shows: its authority, or its own
    record NotTrusted(String words, X509Certificate certificate) implements RegistryCheck {}
}
