package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.run.EnvFile;
import io.quayside.engine.run.EnvFileException;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A file of variables that somebody chose for the form.
final class VariablesFile {
    private static final long LONGEST = 1_000_000;

    private VariablesFile() {}

    /// Blocks.
    static EnvFile read(Path file, RunSurroundings surroundings) throws IOException, EnvFileException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("It is larger than " + Sizes.of(LONGEST) + ".");
        }
        return EnvFile.read(Files.readAllBytes(file), surroundings);
    }

    /// The line with all of the file's variables, and of its own those that the file doesn't have. Of several with one
    /// name the last one counts.
    static RunSpec into(RunSpec spec, EnvFile read) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(spec.values(RunFlag.ENV).stream(), read.variables().stream())
                .forEach(variable -> {
                    String name = SpecChange.key(RunFlag.ENV, variable);
                    all.remove(name);
                    all.put(name, variable);
                });
        return spec.with(RunFlag.ENV, all.values());
    }

    /// Why it couldn't be read, a sentence.
    static String explain(Exception failure) {
        return failure instanceof NoSuchFileException
                ? "It isn't there any more."
                : SafeText.line(String.valueOf(failure.getMessage()));
    }
}
