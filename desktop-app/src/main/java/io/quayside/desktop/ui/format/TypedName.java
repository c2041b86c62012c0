package io.quayside.desktop.ui.format;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of an image as somebody types it.
public final class TypedName {
    private static final Pattern PART = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\\[[0-9a-fA-F:]+](?::[0-9]{1,5})?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]+:[0-9a-fA-F]{32,}");

    private TypedName() {}

    /// Why no image can be called this, in words; empty for a name, and while nothing is typed.
    public static Optional<String> fault(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int at = name.indexOf('@');
        if (at >= 0) {
            if (!DIGEST.matcher(name.substring(at + 1)).matches()) {
                return Optional.of("Behind the @ stands a digest, such as sha256 and 64 digits.");
            }
            name = name.substring(0, at);
        }
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            if (!TAG.matcher(name.substring(colon + 1)).matches()) {
                return Optional.of("A tag has letters, digits, and . _ - after the first.");
            }
            name = name.substring(0, colon);
        }
        return path(name);
    }

    private static Optional<String> path(String name) {
        String[] parts = name.split("/", -1);
        boolean host = parts.length > 1
                && (parts[0].contains(".") || parts[0].contains(":") || parts[0].equals("localhost"))
                && HOST.matcher(parts[0]).matches();
        for (int i = host ? 1 : 0; i < parts.length; i++) {
            if (!PART.matcher(parts[i]).matches()) {
                return Optional.of("A name has small letters, digits, and . _ - between them.");
            }
        }
        return Optional.empty();
    }

    /// Without tag and digest.
    public static String bare(String reference) {
        String name = reference.strip().replaceFirst("@.*", "");
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    /// With a tag, as engines complete it.
    public static String complete(String reference) {
        boolean tagged = reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/');
        return tagged || reference.isEmpty() ? reference : reference + ":latest";
    }
}
