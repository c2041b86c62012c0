package io.quayside.engine.build;

import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Instruction;
import io.quayside.engine.dockerfile.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// At which lines of a Dockerfile the steps begin that a builder tells of.
final class DockerfileLines {
    private static final Pattern WORD = Pattern.compile("(?s)\\s*([A-Za-z]+).*");
    private static final Pattern IN_WORDS = Pattern.compile("(?i)\\bparse error(?: on)? line (\\d{1,7})\\b");

    /// What BuildKit counts; the others only change settings of the image.
    private static final Set<String> LAYERS = Set.of("FROM", "RUN", "COPY", "ADD", "WORKDIR");

    private final List<Instruction> instructions;
    private final Map<Integer, String> stages;

    private DockerfileLines(Dockerfile dockerfile) {
        this.instructions = dockerfile.instructions();
        this.stages = dockerfile.stages().stream().collect(Collectors.toMap(Stage::line, Stage::name));
    }

    /// Of a file that may be gone meanwhile: then no line is known.
    static DockerfileLines of(Path folder, String dockerfile) {
        try {
            return new DockerfileLines(Dockerfile.read(folder.resolve(dockerfile)));
        } catch (IOException e) {
            return of("");
        }
    }

    static DockerfileLines of(String text) {
        return new DockerfileLines(Dockerfile.of(text));
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
        int begun = -1;
        int count = 0;
        boolean here = false;
        for (Instruction instruction : instructions) {
            if (instruction.keyword().equals("FROM")) {
                begun++;
                count = 0;
                String name = stages.getOrDefault(instruction.line(), "");
                here = stage.isEmpty() || stage.equalsIgnoreCase(name.isEmpty() ? "stage-" + begun : name);
            }
            boolean counts = LAYERS.contains(instruction.keyword());
            count += counts ? 1 : 0;
            if (here && counts && count == number) {
                Matcher word = WORD.matcher(words);
                boolean same =
                        word.matches() && word.group(1).toUpperCase(Locale.ROOT).equals(instruction.keyword());
                return same ? OptionalInt.of(instruction.line()) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /// The line that the words of a builder name.
    static OptionalInt lineIn(String words) {
        Matcher m = IN_WORDS.matcher(words);
        return m.find() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty();
    }
}
