package io.quayside.engine.files;

import io.quayside.engine.internal.codec.RawText;

/// Hands paths to shell scripts as arguments of plain ASCII, since the engine takes commands as JSON, which can't carry
/// every byte that a name may have. No script is ever put together from a name.
final class ShellPath {
    /// A function for the beginning of a script: puts the path behind an argument into `p`. The dot keeps line breaks
    /// at
    /// the end.
    static final String DECODE = "path() { p=$(printf '%b.' \"$1\"); p=${p%.}; }\n";

    private static final String PLAIN = "/._-+,=@:";

    private ShellPath() {}

    /// The path as `path` takes it.
    static String argument(String path) {
        StringBuilder text = new StringBuilder();
        for (byte b : RawText.bytes(path)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
            if (plain) {
                text.append(c);
            } else {
                text.append("\\0")
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + ((c >> 3) & 7)))
                        .append((char) ('0' + (c & 7)));
            }
        }
        return text.toString();
    }
}
