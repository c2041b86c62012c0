package io.quayside.engine.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// At which lines the instructions of a Dockerfile begin: continued lines, comments and here-documents are known,
/// nothing else.
final class DockerfileLines {
    private static final DockerfileLines NONE = new DockerfileLines(List.of());
    private static final Pattern WORD = Pattern.compile("(?s)\\s*([A-Za-z]+).*");
    private static final Pattern STAGE = Pattern.compile("(?i)\\s*from\\s.*\\sas\\s+(\\S+)\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)#\\s*([a-z][a-z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HERE = Pattern.compile("(?<!<)<<(-?)(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\2");
    private static final Pattern HERE_TAKERS = Pattern.compile("(?i)\\s*(?:onbuild\\s+)?(?:run|copy|add)\\s.*");
    private static final Pattern IN_WORDS = Pattern.compile("(?i)\\bparse error(?: on)? line (\\d{1,7})\\b");

    /// What BuildKit counts; the others only change settings of the image.
    private static final Set<String> LAYERS = Set.of("FROM", "RUN", "COPY", "ADD", "WORKDIR");

    private final List<Instruction> instructions;

    private DockerfileLines(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    /// @param line where it begins, from 1
    /// @param text its first line
    private record Instruction(int line, String text) {
        String word() {
            Matcher m = WORD.matcher(text);
            return m.matches() ? m.group(1).toUpperCase(Locale.ROOT) : "";
        }
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
        List<Instruction> instructions = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (isNothing(lines.get(at))) {
                at++;
                continue;
            }
            instructions.add(new Instruction(at + 1, lines.get(at)));
            at = end(lines, at, continued);
        }
        return new DockerfileLines(List.copyOf(instructions));
    }

    /// The line of an instruction.
    ///
    /// @param number which one, from 1
    OptionalInt line(int number) {
        return number < 1 || number > instructions.size()
                ? OptionalInt.empty()
                : OptionalInt.of(instructions.get(number - 1).line());
    }

    /// The line of what BuildKit calls a step.
    ///
    /// @param stage its name, `stage-0` for the first without one, or empty if there is but one stage
    /// @param number which one of the stage, from 1
    /// @param words that begin with the instruction: a count that is off, by what a base image adds, is found out
    OptionalInt line(String stage, int number, String words) {
        int stages = -1;
        int count = 0;
        boolean here = false;
        for (Instruction instruction : instructions) {
            if (instruction.word().equals("FROM")) {
                stages++;
                count = 0;
                Matcher m = STAGE.matcher(instruction.text());
                String name = m.matches() ? m.group(1) : "stage-" + stages;
                here = stage.isEmpty() || name.equalsIgnoreCase(stage);
            }
            count += LAYERS.contains(instruction.word()) ? 1 : 0;
            if (here && count == number && LAYERS.contains(instruction.word())) {
                return new Instruction(0, words).word().equals(instruction.word())
                        ? OptionalInt.of(instruction.line())
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
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
