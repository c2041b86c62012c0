package io.quayside.engine.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A line of a `.dockerignore`.
///
/// @param text the cleaned pattern, without the exclamation mark
/// @param keeps whether what matches is sent after all
/// @param matches matches the paths that it is about
record IgnorePattern(String text, boolean keeps, Pattern matches) {
    private static final String ESCAPED = ".+()|{}$^";

    /// Reads a line; empty for a comment and for nothing.
    static Optional<IgnorePattern> of(String line) throws BuildContextException {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        String text = line.strip();
        boolean keeps = text.startsWith("!");
        if (keeps) {
            text = text.substring(1).strip();
            if (text.isEmpty()) {
                throw new BuildContextException("A line of .dockerignore has nothing after its exclamation mark");
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(cleaned(text, keeps));
    }

    static IgnorePattern keeping(String path) throws BuildContextException {
        return cleaned(path, true);
    }

    private static IgnorePattern cleaned(String text, boolean keeps) throws BuildContextException {
        String clean = clean(text);
        String relative = clean.length() > 1 && clean.startsWith("/") ? clean.substring(1) : clean;
        try {
            return new IgnorePattern(relative, keeps, Pattern.compile(expression(relative), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new BuildContextException("A line of .dockerignore isn't a pattern: “" + text + "”");
        }
    }

    /// Without `.`, `..` and slashes that change nothing; what climbs out stays, and matches nothing.
    private static String clean(String text) {
        boolean rooted = text.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : text.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (part.equals("..") && rooted) {
                parts.clear();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /// As docker does: a star is anything in one name, two stars anything across folders, the rest as in shells.
    private static String expression(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(quoted(pattern.charAt(++i)));
            } else if (inClass) {
                inClass = c != ']';
                regex.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else if (c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
                i++;
                boolean slash = i + 1 < pattern.length() && pattern.charAt(i + 1) == '/';
                i += slash ? 1 : 0;
                regex.append(i + 1 == pattern.length() ? ".*" : "(.*/)?");
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                inClass = c == '[';
                regex.append(ESCAPED.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            }
        }
        return regex.toString();
    }

    private static String quoted(char c) {
        return Character.isLetterOrDigit(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\%c", c);
    }
}
