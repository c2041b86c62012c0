package io.quayside.engine.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts lines together to instructions, as builders do: the directive `escape` says what continues a line, comments and
/// empty lines between continued ones don't count, and a heredoc takes the lines up to its word.
final class InstructionReader {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][\\w-]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HEREDOC = Pattern.compile("(?:^|\\s)\\d*<<(-?)([\"']?)([^\\s\"'<]+)\\2(?=\\s|$)");
    private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD");

    private final List<String> lines;
    private final List<Instruction> found = new ArrayList<>();
    private String escape = "\\";
    private int at;

    InstructionReader(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        this.lines = bare.lines().toList();
    }

    List<Instruction> read() {
        readDirectives();
        while (at < lines.size()) {
            if (isNothing(lines.get(at))) {
                at++;
            } else {
                found.add(instruction());
            }
        }
        return found;
    }

    /// Only the first lines can be directives: whatever else stands there ends them.
    private void readDirectives() {
        for (Matcher directive = directive(); directive.matches(); directive = directive()) {
            if (directive.group(1).toLowerCase(Locale.ROOT).equals("escape")) {
                escape = directive.group(2).equals("`") ? "`" : "\\";
            }
            at++;
        }
    }

    private Matcher directive() {
        return DIRECTIVE.matcher(at < lines.size() ? lines.get(at).strip() : "");
    }

    private Instruction instruction() {
        int first = at + 1;
        StringBuilder text = new StringBuilder();
        boolean goesOn = true;
        while (goesOn && at < lines.size()) {
            String line = lines.get(at++);
            if (!isNothing(line)) {
                String bare = line.stripTrailing();
                goesOn = continues(bare);
                text.append(goesOn ? bare.substring(0, bare.length() - 1) : line);
            }
        }
        String[] parts = text.toString().strip().split("\\s+", 2);
        String keyword = parts[0].toUpperCase(Locale.ROOT);
        String rest = parts.length > 1 ? parts[1] : "";
        if (WITH_HEREDOCS.contains(keyword)) {
            skipHeredocs(rest);
        }
        return new Instruction(first, at, keyword, rest);
    }

    /// An escaped escape isn't one.
    private boolean continues(String line) {
        return line.endsWith(escape) && !line.endsWith(escape + escape);
    }

    private void skipHeredocs(String rest) {
        Matcher heredoc = HEREDOC.matcher(rest);
        while (heredoc.find()) {
            boolean ended = false;
            while (!ended && at < lines.size()) {
                String line = lines.get(at++);
                ended = (heredoc.group(1).isEmpty() ? line : line.replaceFirst("^\t+", "")).equals(heredoc.group(3));
            }
        }
    }

    private static boolean isNothing(String line) {
        String bare = line.strip();
        return bare.isEmpty() || bare.startsWith("#");
    }
}
