package io.quayside.desktop.ui.format;

/// Image references for narrow places: the middle goes, never the name or tag. "registry.example…/shop/api:1.9.2".
public final class ImageNames {
    private static final int SHORT_ID = 12;

    private ImageNames() {}

    /// At most about `longest` characters, more if name and tag alone are longer.
    public static String shorten(String reference, int longest) {
        String text = SafeText.line(bare(reference));
        if (text.length() <= longest) {
            return text;
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text;
        }
        String host = text.substring(0, slash);
        String rest = text.substring(slash);
        int room = longest - rest.length() - 1;
        if (room >= 4) {
            return cut(host, room) + "…" + rest;
        }
        String last = text.substring(text.lastIndexOf('/'));
        return cut(host, Math.max(4, longest - last.length() - 1)) + "…" + last;
    }

    /// Without a digest, and an id in its short form.
    public static String bare(String reference) {
        if (reference.startsWith("sha256:")) {
            return reference.substring(7, Math.min(reference.length(), 7 + SHORT_ID));
        }
        int digest = reference.indexOf("@sha256:");
        return digest > 0 ? reference.substring(0, digest) : reference;
    }

    private static String cut(String host, int room) {
        String kept = host.substring(0, Math.min(host.length(), room));
        return kept.endsWith(".") ? kept.substring(0, kept.length() - 1) : kept;
    }
}
