package io.quayside.engine.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// How `docker-buildx` is called. It gets the engine in the window, whatever the shell or Docker's own settings would
/// choose, and never the value of a secret.
final class BuildxCommand {
    private BuildxCommand() {}

    /// @param image where it writes the image's id
    static List<String> arguments(Path program, BuildSpec spec, Path folder, Path image) {
        List<String> words = new ArrayList<>(
                List.of(program.toString(), "build", "--builder", "default", "--progress", "rawjson", "--iidfile"));
        words.add(image.toString());
        words.addAll(List.of("--file", folder.resolve(spec.dockerfile()).toString()));
        spec.tags().forEach(tag -> words.addAll(List.of("--tag", tag)));
        new TreeMap<>(spec.arguments())
                .forEach((name, value) -> words.addAll(List.of("--build-arg", name + "=" + value)));
        new TreeMap<>(spec.labels()).forEach((name, value) -> words.addAll(List.of("--label", name + "=" + value)));
        addUnlessEmpty(words, "--target", spec.target());
        addUnlessEmpty(words, "--platform", spec.platform());
        addUnlessEmpty(words, "--network", spec.network());
        for (BuildSecret secret : spec.secrets()) {
            words.add("--secret");
            words.add(field("id=" + secret.id()) + "," + field(source(secret)));
        }
        if (spec.noCache()) {
            words.add("--no-cache");
        }
        if (spec.pull()) {
            words.add("--pull");
        }
        words.add("--");
        words.add(folder.toString());
        return List.copyOf(words);
    }

    private static void addUnlessEmpty(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.addAll(List.of(option, value));
        }
    }

    private static String source(BuildSecret secret) {
        return switch (secret) {
            case BuildSecret.OfFile file -> "src=" + file.file().toAbsolutePath();
            case BuildSecret.OfVariable variable -> "env=" + variable.variable();
        };
    }

    /// A field as comma-separated values have it.
    private static String field(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
