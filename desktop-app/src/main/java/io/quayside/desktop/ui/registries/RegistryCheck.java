package io.quayside.desktop.ui.registries;

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
}
