package io.quayside.desktop.ui.control.code;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fife.ui.rsyntaxtextarea.FileTypeUtil;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;

/// Which language a text is written in: by the name of its file, else by the program that its first line names.
final class SyntaxStyle {
    private static final Pattern PROGRAM = Pattern.compile("^#!\\s*(?:\\S*/)?([a-z]+)[0-9.]*(?:\\s+([a-z]+))?.*");

    /// What images have and the library's own list hasn't.
    private static final Map<String, String> MORE = Map.ofEntries(
            Map.entry("containerfile", SyntaxConstants.SYNTAX_STYLE_DOCKERFILE),
            Map.entry("dockerfile", SyntaxConstants.SYNTAX_STYLE_DOCKERFILE),
            Map.entry(".dockerignore", SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE),
            Map.entry(".profile", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("profile", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry(".bashrc", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("os-release", SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE),
            Map.entry("toml", SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE),
            Map.entry("cfg", SyntaxConstants.SYNTAX_STYLE_INI),
            Map.entry("cnf", SyntaxConstants.SYNTAX_STYLE_INI),
            Map.entry("conf", SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE),
            Map.entry("service", SyntaxConstants.SYNTAX_STYLE_INI));

    private static final Map<String, String> PROGRAMS = Map.of(
            "sh", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL,
            "ash", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL,
            "bash", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL,
            "dash", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL,
            "python", SyntaxConstants.SYNTAX_STYLE_PYTHON,
            "perl", SyntaxConstants.SYNTAX_STYLE_PERL,
            "ruby", SyntaxConstants.SYNTAX_STYLE_RUBY,
            "node", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT,
            "php", SyntaxConstants.SYNTAX_STYLE_PHP);

    private SyntaxStyle() {}

    /// One of the library's names, such as `text/yaml`; plain text when nothing tells.
    ///
    /// @param name of the file, without its folder
    static String of(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        if (lower.startsWith("dockerfile.") || ending.equals("dockerfile")) {
            return SyntaxConstants.SYNTAX_STYLE_DOCKERFILE;
        }
        if (lower.startsWith(".env") || ending.equals("env")) {
            return SyntaxConstants.SYNTAX_STYLE_ENV;
        }
        return Optional.ofNullable(MORE.get(lower))
                .or(() -> Optional.ofNullable(MORE.get(ending)))
                .or(() -> listed(name))
                .or(() -> program(text))
                .orElse(SyntaxConstants.SYNTAX_STYLE_NONE);
    }

    private static Optional<String> listed(String name) {
        return FileTypeUtil.get().getDefaultContentTypeToFilterMap().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(filter -> FileTypeUtil.fileFilterToPattern(filter)
                                .matcher(name)
                                .matches()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> program(String text) {
        int end = text.indexOf('\n');
        Matcher line = PROGRAM.matcher(end < 0 ? text : text.substring(0, end));
        if (!line.matches()) {
            return Optional.empty();
        }
        boolean env = line.group(1).equals("env") && line.group(2) != null;
        return Optional.ofNullable(PROGRAMS.get(env ? line.group(2) : line.group(1)));
    }
}
