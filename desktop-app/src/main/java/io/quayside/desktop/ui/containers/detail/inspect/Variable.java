package io.quayside.desktop.ui.containers.detail.inspect;

import java.util.regex.Pattern;

/// One variable of a container's environment. Untrusted text.
///
/// @param from who set it
record Variable(String name, String value, Origin from) {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(PASS(WORD|WD|PHRASE)?|SECRET|TOKEN|CREDENTIALS?|(^|_)KEY|API_?KEY|PRIVATE)($|_|\\d)");
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("://[^/\\s:@]*:[^/\\s@]+@");
    private static final Pattern PUBLIC_NAME = Pattern.compile("(?i)PUBLIC_?KEY");

    /// Where the value comes from, as far as the engine's own records prove it.
    enum Origin {
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
        return !value.isEmpty()
                && ((SECRET_NAME.matcher(name).find()
                                && !PUBLIC_NAME.matcher(name).find())
                        || PASSWORD_IN_ADDRESS.matcher(value).find());
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
