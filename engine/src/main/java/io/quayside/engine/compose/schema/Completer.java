package io.quayside.engine.compose.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What may stand at the caret of a compose file.
///
/// @param tree the schema
record Completer(SchemaTree tree) {
    private static final String WORD_ENDS = " \t\n[]{},\"'";
    /// Sections whose names are used within services.
    private static final Set<String> NAMED = Set.of("networks", "volumes", "secrets", "configs", "models");

    List<Completion> at(String text, int caret) {
        int from = caret;
        while (from > 0 && isOfWord(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, caret);
        Map<String, Completion> found = new TreeMap<>();
        int start = from;
        CaretPlace.ofKey(text, from, caret)
                .ifPresent(place -> keys(place).forEach((key, value) -> {
                    if (!place.siblings().contains(key)) {
                        found.put(key, new Completion(start, key, key + after(value), about(value)));
                    }
                }));
        CaretPlace.ofValue(text, from, caret)
                .ifPresent(place -> values(place)
                        .forEach((value, about) ->
                                found.putIfAbsent(value, new Completion(start, value, value, about))));
        return found.values().stream()
                .filter(one -> contains(one.shown(), word) && !one.text().equals(word))
                .sorted(Comparator.comparing((Completion one) -> !one.shown().startsWith(word)))
                .toList();
    }

    private static boolean contains(String shown, String word) {
        return shown.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private Map<String, JsonNode> keys(CaretPlace place) {
        Map<String, JsonNode> keys = new TreeMap<>(tree.keys(place.path()));
        JsonNode nothing = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        names(place).ifPresent(names -> names.forEach(name -> keys.putIfAbsent(name, nothing)));
        return keys;
    }

    private Map<String, String> values(CaretPlace place) {
        Map<String, String> values = new TreeMap<>();
        tree.values(place.path()).forEach(value -> values.put(value, ""));
        List<String> path = place.path();
        List<String> owner = !path.isEmpty() && path.getLast().equals(SchemaTree.ITEM)
                ? path.subList(0, path.size() - 1)
                : List.of();
        new CaretPlace(owner, place.siblings(), place.names())
                .used()
                .ifPresent(section -> place.named(section)
                        .filter(name -> !place.siblings().contains(name))
                        .forEach(name -> values.put(name, kind(section))));
        if (path.size() == 4 && path.get(2).equals("extends") && path.getLast().equals("service")) {
            place.named("services").forEach(name -> values.put(name, kind("services")));
        }
        return values;
    }

    private static Optional<Collection<String>> names(CaretPlace place) {
        return place.used()
                .filter(section -> !section.equals("volumes"))
                .map(section -> place.named(section).toList());
    }

    private static String kind(String section) {
        return section.substring(0, section.length() - 1);
    }

    private String after(JsonNode value) {
        Set<String> types = tree.types(value);
        List<String> lines = new ArrayList<>(types);
        lines.removeAll(Set.of("object", "array"));
        return types.isEmpty() || !lines.isEmpty() ? ": " : ":";
    }

    private static String about(JsonNode value) {
        return value.path("description").asString("");
    }

    static boolean isOfWord(char letter) {
        return WORD_ENDS.indexOf(letter) < 0;
    }

    static boolean isNamed(String section) {
        return NAMED.contains(section);
    }
}
