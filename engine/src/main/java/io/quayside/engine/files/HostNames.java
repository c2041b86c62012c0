package io.quayside.engine.files;

import io.quayside.engine.internal.codec.RawText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Turns a name of a container into one that this computer can have, and that is one name and nothing more.
final class HostNames {
    /// What stays as it is where all else is escaped.
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    private static final String NOT_ON_WINDOWS = "<>:\"|?*\\";
    private static final Set<String> DEVICES_OF_WINDOWS = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "conin$", "conout$");

    private HostNames() {}

    /// The same name if it can be had in `folder`, else one with its bytes in hex where they are the trouble.
    static String fit(Path folder, String name) {
        boolean windows = folder.getFileSystem().getSeparator().equals("\\");
        String plain = escape(name, windows);
        if (windows) {
            String stem = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
            if (DEVICES_OF_WINDOWS.contains(stem.toLowerCase(Locale.ROOT))) {
                plain = "_" + plain;
            }
            if (plain.endsWith(".") || plain.endsWith(" ")) {
                plain = plain + "_";
            }
        }
        return isOneName(folder, plain) ? plain : escapeAll(plain);
    }

    /// The system decides in the end which characters it takes.
    private static boolean isOneName(Path folder, String name) {
        try {
            Path child = folder.resolve(name);
            return FilePaths.isName(name)
                    && folder.equals(child.getParent())
                    && child.getFileName().toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String escape(String name, boolean windows) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean bad = c == 0
                    || c == '/'
                    || Character.getType(c) == Character.SURROGATE
                    || (windows && (c < ' ' || NOT_ON_WINDOWS.indexOf(c) >= 0));
            if (bad) {
                hex(text, RawText.bytes(Character.toString(c)));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    private static String escapeAll(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : RawText.bytes(name)) {
            char c = (char) (b & 0xFF);
            if (PLAIN.indexOf(c) >= 0) {
                text.append(c);
            } else {
                hex(text, new byte[] {b});
            }
        }
        return text.isEmpty() ? "_" : text.toString();
    }

    private static void hex(StringBuilder text, byte[] bytes) {
        for (byte b : bytes) {
            text.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
        }
    }
}
