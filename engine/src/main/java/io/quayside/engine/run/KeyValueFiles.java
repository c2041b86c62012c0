package io.quayside.engine.run;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Variables and labels, from options and from the files that they name.
final class KeyValueFiles {
    private final RunSurroundings surroundings;

    KeyValueFiles(RunSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// A variable without a value gets that of the surroundings.
    List<String> environment(RunSpec run) throws RunValueException {
        List<String> variables = new ArrayList<>();
        for (String file : run.values(RunFlag.ENV_FILE)) {
            for (String line : lines(RunFlag.ENV_FILE, file)) {
                if (line.contains("=")) {
                    variables.add(line);
                } else {
                    surroundings.variable(line).ifPresent(value -> variables.add(line + "=" + value));
                }
            }
        }
        for (String variable : run.values(RunFlag.ENV)) {
            if (Values.before(variable, "=").isEmpty()) {
                throw new RunValueException(RunFlag.ENV, variable, "A variable needs a name.");
            }
            Optional<String> here = variable.contains("=") ? Optional.empty() : surroundings.variable(variable);
            variables.add(here.map(value -> variable + "=" + value).orElse(variable));
        }
        return variables;
    }

    Map<String, String> labels(RunSpec run) throws RunValueException {
        List<String> labels = new ArrayList<>();
        for (String file : run.values(RunFlag.LABEL_FILE)) {
            labels.addAll(lines(RunFlag.LABEL_FILE, file));
        }
        for (String label : run.values(RunFlag.LABEL)) {
            String name = Values.before(label, "=").stripLeading();
            if (name.isEmpty() || name.contains(" ") || name.contains("\t")) {
                throw new RunValueException(
                        RunFlag.LABEL,
                        label,
                        name.isEmpty() ? "A label needs a name." : "A label's name has no spaces.");
            }
            labels.add(label);
        }
        return Values.pairs(labels);
    }

    private List<String> lines(RunFlag flag, String file) throws RunValueException {
        try {
            return parse(flag, file, surroundings.read(Path.of(Folders.absolute(file, surroundings))));
        } catch (IOException | InvalidPathException e) {
            throw new RunValueException(flag, file, "The file “" + file + "” can't be read.");
        }
    }

    private static List<String> parse(RunFlag flag, String file, String text) throws RunValueException {
        List<String> found = new ArrayList<>();
        String[] rows = text.split("\r?\n", -1);
        for (int i = 0; i < rows.length; i++) {
            try {
                String line = EnvFile.line(rows[i], i + 1);
                if (!line.isEmpty()) {
                    found.add(line);
                }
            } catch (EnvFileException e) {
                throw new RunValueException(flag, file, "“" + file + "” can't be read. " + e.getMessage());
            }
        }
        return found;
    }
}
