package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.ui.format.SecretText;
import java.util.regex.Pattern;

/// Hides the passwords in the options of a volume: `username=x,password=y`, as CIFS takes them.
final class VolumeSecrets {
    private static final String NAMES = "(pass|passwd|password|password2)=";
    private static final Pattern PLAIN = Pattern.compile("(?i)(^|,)" + NAMES + "[^,]*");
    /// In a text of JSON, where a quote in the password has a backslash before it.
    private static final Pattern JSON = Pattern.compile("(?i)([\",])" + NAMES + "(?:[^,\"\\\\]|\\\\.)*");

    private VolumeSecrets() {}

    static String masked(String value) {
        return PLAIN.matcher(value).replaceAll("$1$2=" + SecretText.DOTS);
    }

    static String maskedJson(String text) {
        return JSON.matcher(text).replaceAll("$1$2=" + SecretText.DOTS);
    }
}
