package io.quayside.engine.compose.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says an error of a compose file in words of the file.
final class SchemaWords {
    private static final Map<String, String> SECTIONS = Map.of(
            "services", "service",
            "networks", "network",
            "volumes", "volume",
            "secrets", "secret",
            "configs", "config",
            "models", "model");
    private static final Map<String, String> KINDS = Map.of(
            "object", "keys with values",
            "array", "a list",
            "string", "text",
            "number", "a number",
            "integer", "a whole number",
            "boolean", "true or false",
            "null", "empty");

    private SchemaWords() {}

    /// A key that isn't allowed where it is.
    static String unknownKey(List<String> path, String key, Optional<String> meant) {
        String where;
        if (path.isEmpty()) {
            where = "a key of a compose file";
        } else if (path.size() == 1 && SECTIONS.containsKey(path.getFirst())) {
            return quoted(key) + " can't be the name of a " + SECTIONS.get(path.getFirst())
                    + ": letters, digits, dots, dashes and underscores can.";
        } else if (path.size() == 2 && SECTIONS.containsKey(path.getFirst())) {
            where = "a " + SECTIONS.get(path.getFirst()) + " key";
        } else {
            where = "a key of " + name(path);
        }
        return quoted(key) + " is not " + where + "."
                + meant.map(word -> " Did you mean " + quoted(word) + "?").orElse("");
    }

    /// A value of another kind than the ones that are possible.
    static String wrongKind(List<String> path, Set<String> types) {
        List<String> kinds = types.stream()
                .filter(type -> !type.equals("null") || types.size() == 1)
                .filter(type -> !type.equals("integer") || !types.contains("number"))
                .map(type -> KINDS.getOrDefault(type, type))
                .toList();
        return start(name(path)) + " has to be " + or(kinds) + ".";
    }

    /// A value that isn't one of the known ones.
    static String unknownValue(List<String> path, String value, Collection<String> known, Optional<String> meant) {
        return quoted(value) + " is not a value of " + name(path) + "."
                + meant.map(word -> " Did you mean " + quoted(word) + "?")
                        .orElse(" It can be "
                                + or(known.stream().map(SchemaWords::quoted).toList()) + ".");
    }

    static String missing(List<String> path, String key) {
        return quoted(key) + " is missing in " + name(path) + ".";
    }

    static String other(List<String> path, Error error) {
        return switch (error.getKeyword()) {
            case "uniqueItems" -> start(name(path)) + " has an entry twice.";
            case "pattern" -> start(name(path)) + " isn't written as it has to be.";
            case "minimum" ->
                start(name(path)) + " has to be at least "
                        + error.getSchemaNode().asString() + ".";
            case "maximum" ->
                start(name(path)) + " has to be at most "
                        + error.getSchemaNode().asString() + ".";
            default -> start(name(path)) + ": " + error.getMessage() + ".";
        };
    }

    static String quoted(String word) {
        return "“" + word + "”";
    }

    /// “ports”, an entry of “ports”, the compose file.
    private static String name(List<String> path) {
        List<String> names = new ArrayList<>(path);
        boolean entry = false;
        while (!names.isEmpty() && names.getLast().equals(SchemaTree.ITEM)) {
            names.removeLast();
            entry = true;
        }
        if (names.isEmpty()) {
            return "the compose file";
        }
        return (entry ? "an entry of " : "") + quoted(names.getLast());
    }

    private static String start(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String or(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
