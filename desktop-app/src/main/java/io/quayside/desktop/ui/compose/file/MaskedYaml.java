package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.format.SecretText;
import io.quayside.engine.compose.schema.YamlValues;

/// A YAML text with dots in the place of each value that looks like a secret.
///
/// @param secrets how many
record MaskedYaml(String text, int secrets) {
    static MaskedYaml of(String plain) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int count = 0;
        for (YamlValues value : YamlValues.of(plain)) {
            if (isSecret(value) && value.begin() >= copied) {
                masked.append(plain, copied, value.begin()).append(SecretText.DOTS);
                // A text of several lines ends at the beginning of the next one.
                String written = plain.substring(value.begin(), value.end());
                masked.append(written.substring(written.stripTrailing().length()));
                copied = value.end();
                count++;
            }
        }
        return new MaskedYaml(masked.append(plain.substring(copied)).toString(), count);
    }

    private static boolean isSecret(YamlValues value) {
        int equals = value.value().indexOf('=');
        return SecretText.isSecret(value.name(), value.value())
                || (equals > 0
                        && SecretText.isSecret(
                                value.value().substring(0, equals),
                                value.value().substring(equals + 1)))
                || value.name().equals("content");
    }
}
