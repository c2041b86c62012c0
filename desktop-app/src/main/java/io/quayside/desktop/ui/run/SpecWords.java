package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.engine.run.RunFlag;
import java.util.Optional;

/// Changes in words, secrets dotted.
final class SpecWords {
    private SpecWords() {}

    /// One side of a change.
    static String shown(SpecChange change, Optional<String> side) {
        if (side.isEmpty()) {
            return "not set";
        }
        String text = side.get();
        boolean variable = change.flag().filter(RunFlag.ENV::equals).isPresent();
        boolean secret = (variable && SecretText.isSecret(change.title(), text)) || SecretText.isSecretValue(text);
        if (secret) {
            return SecretText.DOTS;
        }
        return change.flag().filter(RunFlag.RESTART::equals).isPresent()
                ? RestartSection.words(text)
                : SafeText.line(text);
    }

    /// Whether its title says more than the section it is in.
    static boolean named(SpecChange change) {
        return change.flag()
                .filter(flag -> flag == RunFlag.ENV || flag == RunFlag.PUBLISH || flag == RunFlag.VOLUME)
                .isPresent();
    }
}
