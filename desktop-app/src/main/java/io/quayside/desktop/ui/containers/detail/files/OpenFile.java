package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.files.FileContent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What the panel beside the tree shows.
sealed interface OpenFile {
    /// No file is open.
    record None() implements OpenFile {}

    record Reading(String path) implements OpenFile {}

    /// @param text with line ends of one character
    /// @param crlf whether the file has two for each
    /// @param readOnly why it can't be edited; empty if it can
    record Text(FileContent content, String text, boolean crlf, String readOnly) implements OpenFile {
        /// "UTF-8, LF".
        String form() {
            return crlf ? "UTF-8, CRLF" : "UTF-8, LF";
        }
    }

    record Image(FileContent content) implements OpenFile {}

    /// Anything else, as numbers.
    record Hex(FileContent content, String text) implements OpenFile {}

    /// The file, once it is read.
    default Optional<FileContent> opened() {
        return switch (this) {
            case Text file -> Optional.of(file.content());
            case Image file -> Optional.of(file.content());
            case Hex file -> Optional.of(file.content());
            case None ignored -> Optional.empty();
            case Reading ignored -> Optional.empty();
        };
    }

    /// How much of a file is read; more is not edited in a window.
    int MOST_TEXT = 1024 * 1024;

    /// How much of it is shown as numbers.
    int MOST_HEX = 64 * 1024;

    /// Decides by the content, never by the name.
    static OpenFile of(FileContent content) {
        byte[] bytes = content.bytes();
        if (content.whole() && PictureSize.isShown(bytes)) {
            return new Image(content);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(content.whole() ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? new Hex(content, hex(bytes)) : text(content, text);
        } catch (CharacterCodingException e) {
            return new Hex(content, hex(bytes));
        }
    }

    private static Text text(FileContent content, String text) {
        String plain = text.replace("\r\n", "\n");
        boolean crlf = plain.length() < text.length();
        boolean mixed = crlf && !plain.replace("\n", "\r\n").equals(text);
        String safe = safe(plain);
        if (!content.whole()) {
            return new Text(content, safe, crlf, "Only the first megabyte is shown.");
        }
        if (!safe.equals(plain)) {
            return new Text(content, safe, crlf, "It has control characters, which a text field would lose.");
        }
        return new Text(content, plain, crlf, mixed ? "It has line ends of two kinds." : "");
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\t';
            if (ends) {
                safe.append(SafeText.output(text.substring(from, i), Integer.MAX_VALUE));
                if (i < text.length()) {
                    safe.append(text.charAt(i));
                }
                from = i + 1;
            }
        }
        return safe.toString();
    }

    /// Sixteen bytes a line, with their letters at the right.
    private static String hex(byte[] bytes) {
        int end = Math.min(bytes.length, MOST_HEX);
        StringBuilder text = new StringBuilder(end * 5);
        for (int at = 0; at < end; at += 16) {
            text.append(String.format(Locale.ROOT, "%08x ", at));
            StringBuilder letters = new StringBuilder();
            for (int i = at; i < at + 16; i++) {
                if (i < end) {
                    text.append(String.format(Locale.ROOT, " %02x", bytes[i] & 0xFF));
                    letters.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
                } else {
                    text.append("   ");
                }
            }
            text.append("  ").append(letters).append('\n');
        }
        return text.toString();
    }
}
