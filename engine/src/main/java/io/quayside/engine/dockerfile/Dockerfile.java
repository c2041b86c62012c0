package io.quayside.engine.dockerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Dockerfile's instructions. What builders refuse is read as far as it goes: they say what is wrong with it.
///
/// @param instructions in their order
public record Dockerfile(List<Instruction> instructions) {
    /// No Dockerfile is that long; what is longer isn't one.
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern FROM = Pattern.compile("(?:--\\S+\\s+)*(\\S+)(?:\\s+(?i:as)\\s+(\\S+))?\\s*");
    private static final Pattern ARGUMENT = Pattern.compile("([A-Za-z_]\\w*)(?:=(\"[^\"]*\"|'[^']*'|\\S*))?(?=\\s|$)");

    public Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /// Reads a text.
    public static Dockerfile of(String text) {
        return new Dockerfile(new InstructionReader(text).read());
    }

    /// Reads the first megabyte of a file.
    public static Dockerfile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    /// Its stages, in their order.
    public List<Stage> stages() {
        List<Stage> all = new ArrayList<>();
        for (Instruction instruction : instructions) {
            Matcher from = FROM.matcher(instruction.rest());
            if (instruction.is("FROM") && from.matches()) {
                String name = Optional.ofNullable(from.group(2)).orElse("");
                all.add(new Stage(instruction.line(), name.toLowerCase(Locale.ROOT), from.group(1)));
            }
        }
        return all;
    }

    /// Its arguments, each once, in the order of their first declarations; a value that only a later one has counts.
    public List<DeclaredArgument> arguments() {
        Map<String, DeclaredArgument> all = new LinkedHashMap<>();
        for (Instruction instruction : instructions) {
            if (instruction.is("ARG")) {
                Matcher argument = ARGUMENT.matcher(instruction.rest());
                while (argument.find()) {
                    DeclaredArgument now = new DeclaredArgument(
                            instruction.line(),
                            argument.group(1),
                            Optional.ofNullable(argument.group(2)).map(Dockerfile::unquoted));
                    all.merge(
                            now.name(),
                            now,
                            (first, later) -> new DeclaredArgument(
                                    first.line(), first.name(), first.value().or(later::value)));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /// The instruction that a line belongs to, from 1.
    public Optional<Instruction> at(int line) {
        return instructions.stream()
                .filter(one -> one.line() <= line && line <= one.end())
                .findFirst();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
