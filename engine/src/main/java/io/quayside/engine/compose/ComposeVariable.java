package io.quayside.engine.compose;

import java.util.Comparator;
import java.util.List;

/// A variable that compose files take a value from.
///
/// @param required whether nothing works without it
/// @param usual what it is when nobody sets it; may be empty
public record ComposeVariable(String name, boolean required, String usual) {
    private static final String REQUIRED = "REQUIRED";
    private static final String USUAL = "DEFAULT VALUE";
    private static final String OTHER = "ALTERNATE VALUE";

    /// Reads the table of `docker compose config --variables`: the columns begin where their titles do.
    static List<ComposeVariable> read(String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        String head = lines.getFirst();
        int required = head.indexOf(REQUIRED);
        int usual = head.indexOf(USUAL);
        int other = head.indexOf(OTHER);
        if (required < 0 || usual < required || other < usual) {
            return List.of();
        }
        return lines.stream()
                .skip(1)
                .map(line -> new ComposeVariable(
                        part(line, 0, required), part(line, required, usual).equals("true"), part(line, usual, other)))
                .sorted(Comparator.comparing(ComposeVariable::name))
                .toList();
    }

    private static String part(String line, int from, int to) {
        return line.substring(Math.min(from, line.length()), Math.min(to, line.length()))
                .strip();
    }
}
