package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;

/// Splits one command into words as a POSIX shell does: quotes, backslashes, continued lines, comments, `~`. Nothing is
/// run or looked up: variables and commands in it stay as they are and are reported.
final class ShellWords {
    private static final String ENDS_COMMAND = "|&;<>()";

    private final String line;
    private final String home;
    private final List<ShellWord> words = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private int at;

    private ShellWords(String line, String home) {
        this.line = line;
        this.home = home;
    }

    /// @param home what `~` stands for
    static List<ShellWord> split(String line, String home) throws RunLineException {
        return new ShellWords(line, home).split();
    }

    private List<ShellWord> split() throws RunLineException {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\n') {
                endWord();
                at++;
                if (!words.isEmpty()) {
                    nothingMore();
                }
            } else if (c == ' ' || c == '\t' || c == '\r') {
                endWord();
                at++;
            } else if (c == '#' && start < 0) {
                skipComment();
            } else if (ENDS_COMMAND.indexOf(c) >= 0) {
                if (c == ';' && onlyBlanksAfter(at + 1)) {
                    break;
                }
                throw failure("Only one command is read, without “" + c + "”.", at, at + 1);
            } else {
                readPart(c);
            }
        }
        endWord();
        return words;
    }

    private void readPart(char c) throws RunLineException {
        if (c == '\\' && isLineEnd(at + 1)) {
            at = afterLineEnd(at + 1);
            return;
        }
        if (start < 0) {
            start = at;
            if (c == '~' && isHome()) {
                word.append(home);
                at++;
                return;
            }
        }
        switch (c) {
            case '\'' -> readSingle();
            case '"' -> readDouble();
            case '$' -> readDollar();
            case '`' -> readBackquoted();
            case '\\' -> {
                if (at + 1 >= line.length()) {
                    throw failure("The line ends with a backslash.", at, line.length());
                }
                word.append(line.charAt(at + 1));
                at += 2;
            }
            default -> {
                word.append(c);
                at++;
            }
        }
    }

    private boolean isHome() {
        return at + 1 == line.length() || "/ \t\r\n".indexOf(line.charAt(at + 1)) >= 0;
    }

    private void readSingle() throws RunLineException {
        int end = line.indexOf('\'', at + 1);
        if (end < 0) {
            throw failure("This quote is never closed.", at, line.length());
        }
        word.append(line, at + 1, end);
        at = end + 1;
    }

    private void readDouble() throws RunLineException {
        int open = at;
        at++;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                at++;
                return;
            }
            if (c == '\\' && isLineEnd(at + 1)) {
                at = afterLineEnd(at + 1);
            } else if (c == '\\' && at + 1 < line.length() && "$`\"\\".indexOf(line.charAt(at + 1)) >= 0) {
                word.append(line.charAt(at + 1));
                at += 2;
            } else if (c == '$') {
                readDollar();
            } else if (c == '`') {
                readBackquoted();
            } else {
                word.append(c);
                at++;
            }
        }
        throw failure("This quote is never closed.", open, line.length());
    }

    /// `$NAME`, `${…}`, `$(…)`, `$1`; a `$` before anything else is just that. `$'…'` isn't POSIX, but common.
    private void readDollar() throws RunLineException {
        int end = at + 1;
        if (end < line.length() && line.charAt(end) == '{') {
            end = closing('{', '}', end);
        } else if (end < line.length() && line.charAt(end) == '(') {
            end = closing('(', ')', end);
        } else if (end < line.length() && "?$!#@*-0123456789".indexOf(line.charAt(end)) >= 0) {
            end++;
        } else {
            while (end < line.length() && isNamePart(line.charAt(end))) {
                end++;
            }
        }
        keep(end);
    }

    private void readBackquoted() throws RunLineException {
        int end = line.indexOf('`', at + 1);
        if (end < 0) {
            throw failure("This “`” is never closed.", at, line.length());
        }
        keep(end + 1);
    }

    private void keep(int end) {
        String text = line.substring(at, end);
        word.append(text);
        if (text.length() > 1) {
            unknown.add(text);
        }
        at = end;
    }

    private int closing(char open, char close, int from) throws RunLineException {
        int depth = 0;
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == open) {
                depth++;
            } else if (line.charAt(i) == close && --depth == 0) {
                return i + 1;
            }
        }
        throw failure("This “$" + open + "” is never closed.", at, line.length());
    }

    private static boolean isNamePart(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean isLineEnd(int index) {
        return line.startsWith("\n", index) || line.startsWith("\r\n", index);
    }

    private int afterLineEnd(int index) {
        return index + (line.charAt(index) == '\r' ? 2 : 1);
    }

    private void endWord() {
        if (start >= 0) {
            words.add(new ShellWord(word.toString(), start, at, unknown));
            word.setLength(0);
            unknown.clear();
            start = -1;
        }
    }

    private void skipComment() {
        while (at < line.length() && line.charAt(at) != '\n') {
            at++;
        }
    }

    /// After the command's last line only blank lines and comments may follow.
    private void nothingMore() throws RunLineException {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '#') {
                skipComment();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                int end = line.indexOf('\n', at);
                throw failure("A second command begins here.", at, end < 0 ? line.length() : end);
            }
        }
    }

    private boolean onlyBlanksAfter(int index) {
        return line.substring(index).isBlank();
    }

    private RunLineException failure(String message, int from, int to) {
        return new RunLineException(message, line.substring(from, to), from);
    }
}
