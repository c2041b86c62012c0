package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.format.SecretText;

/// One variable of a container's environment. Untrusted text.
///
/// @param from who set it
public record Variable(String name, String value, Origin from) {
    /// Where the value comes from, as far as the engine's own records prove it.
    public enum Origin {
        /// It differs from the image, or the image has none, and Compose made the container.
        COMPOSE("Compose"),
        /// It differs from the image, or the image has none.
        CONTAINER("Container"),
        /// The same as in the image.
        IMAGE("Image"),
        /// The image could not be asked.
        UNKNOWN("Not known");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Whether its name or its form says that others should not read it.
    boolean looksSecret() {
        return SecretText.isSecret(name, value);
    }

    /// As a line of an `.env` file, quoted where a shell or Compose would read it as something else.
    String asLine() {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c < 127 && "\"'`$\\#".indexOf(c) < 0);
        if (plain) {
            return name + "=" + value;
        }
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return name + "=\"" + escaped + "\"";
    }
}
