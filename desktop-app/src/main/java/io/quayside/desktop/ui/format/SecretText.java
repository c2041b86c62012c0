package io.quayside.desktop.ui.format;

import java.util.regex.Pattern;

/// Which values others should not read over one's shoulder.
public final class SecretText {
    /// What stands in their place.
    public static final String DOTS = "••••••••";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(PASS(WORD|WD|PHRASE)?|SECRET|TOKEN|CREDENTIALS?|(^|_)KEY|API_?KEY|PRIVATE)($|_|\\d)");
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("://[^/\\s:@]*:[^/\\s@]+@");
    private static final Pattern PUBLIC_NAME = Pattern.compile("(?i)PUBLIC_?KEY");

    private SecretText() {}

    /// Whether a variable's name or the form of its value says so.
    public static boolean isSecret(String name, String value) {
        return !value.isEmpty() && (isSecretName(name) || isSecretValue(value));
    }

    /// Whether a variable of this name holds a secret.
    public static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name).find() && !PUBLIC_NAME.matcher(name).find();
    }

    /// An address with a password in it.
    public static boolean isSecretValue(String value) {
        return PASSWORD_IN_ADDRESS.matcher(value).find();
    }
}
