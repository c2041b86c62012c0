package io.quayside.engine.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// At which lines the instructions of a Dockerfile begin: continued lines, comments and here-documents are known,
/// nothing else.
final class DockerfileLines {
    private static final DockerfileLines NONE = new DockerfileLines(List.of());
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)#\\s*([a-z][a-z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HERE = Pattern.compile("(?<!<)<<(-?)(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\2");
    private static final Pattern HERE_TAKERS = Pattern.compile("(?i)\\s*(?:onbuild\\s+)?(?:run|copy|add)\\s.*");
    private static final Pattern IN_WORDS = Pattern.compile("(?i)\\bparse error(?: on)? line (\\d{1,7})\\b");

    private final List<Integer> beginnings;

    private DockerfileLines(List<Integer> beginnings) {
        this.beginnings = beginnings;
    }

    /// Of a file that may be gone meanwhile, or no text: then no line is known.
    static DockerfileLines of(Path folder, String dockerfile) {
        try {
            return of(Files.readString(folder.resolve(dockerfile), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return NONE;
        }
    }

    static DockerfileLines of(String text) {
        List<String> lines = text.lines().toList();
        Pattern continued = Pattern.compile(".*" + Pattern.quote(escape(lines)) + "[ \\t]*");
        List<Integer> beginnings = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (isNothing(lines.get(at))) {
                at++;
                continue;
            }
            beginnings.add(at + 1);
            at = end(lines, at, continued);
        }
        return new DockerfileLines(List.copyOf(beginnings));
    }

    /// The line of an instruction.
    ///
    /// @param number which one, from 1
    OptionalInt line(int number) {
        return number < 1 || number > beginnings.size()
                ? OptionalInt.empty()
                : OptionalInt.of(beginnings.get(number - 1));
    }

    /// The line that the words of a builder name.
    static OptionalInt lineIn(String words) {
        Matcher m = IN_WORDS.matcher(words);
        return m.find() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty();
    }

    /// Where the next instruction can begin.
    private static int end(List<String> lines, int first, Pattern continued) {
        StringBuilder instruction = new StringBuilder();
        int at = first;
        while (at < lines.size()) {
            String line = lines.get(at);
            at++;
            if (at > first + 1 && isNothing(line)) {
                continue;
            }
            instruction.append(line);
            if (!continued.matcher(line).matches()) {
                break;
            }
        }
        if (HERE_TAKERS.matcher(instruction).matches()) {
            Matcher m = HERE.matcher(instruction);
            while (m.find()) {
                at = afterHere(lines, at, m.group(3), !m.group(1).isEmpty());
            }
        }
        return at;
    }

    private static int afterHere(List<String> lines, int first, String end, boolean indented) {
        int at = first;
        while (at < lines.size()) {
            String line = lines.get(at);
            at++;
            if ((indented ? line.replaceFirst("^\\t+", "") : line).equals(end)) {
                break;
            }
        }
        return at;
    }

    private static boolean isNothing(String line) {
        String words = line.strip();
        return words.isEmpty() || words.startsWith("#");
    }

    /// Directives are only at the very top.
    private static String escape(List<String> lines) {
        for (String line : lines) {
            Matcher m = DIRECTIVE.matcher(line.strip());
            if (!m.matches()) {
                break;
            }
            if (m.group(1).equalsIgnoreCase("escape")) {
                return m.group(2);
            }
        }
        return "\\";
    }
}
