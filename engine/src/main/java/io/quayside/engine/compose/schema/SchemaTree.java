package io.quayside.engine.compose.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a JSON schema allows at a path: all alternatives together.
///
/// @param root the schema
record SchemaTree(JsonNode root) {
    /// Stands in a path for any entry of a list.
    static final String ITEM = "[]";

    private static final int DEEPEST = 20;

    /// The parts of the schema that say what may be at a path.
    List<JsonNode> at(List<String> path) {
        List<JsonNode> here = alternatives(List.of(root));
        for (String name : path) {
            List<JsonNode> below = new ArrayList<>();
            here.forEach(node -> below.addAll(step(node, name)));
            here = alternatives(below);
        }
        return here;
    }

    /// The keys that are allowed at a path, each with what its value may be.
    Map<String, JsonNode> keys(List<String> path) {
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        at(path).forEach(node ->
                node.path("properties").properties().forEach(e -> keys.putIfAbsent(e.getKey(), e.getValue())));
        return keys;
    }

    /// The values that a path can have, as far as they are known.
    Set<String> values(List<String> path) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode node : at(path)) {
            node.path("enum").forEach(value -> values.add(value.asString()));
            if (types(node).contains("boolean")) {
                values.add("true");
                values.add("false");
            }
        }
        return values;
    }

    /// What a value may be: the types of all alternatives.
    Set<String> types(JsonNode value) {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode node : alternatives(List.of(value))) {
            JsonNode type = node.path("type");
            if (type.isString()) {
                types.add(type.asString());
            }
            type.forEach(one -> types.add(one.asString()));
        }
        return types;
    }

    private static List<JsonNode> step(JsonNode node, String name) {
        List<JsonNode> found = new ArrayList<>();
        if (name.equals(ITEM)) {
            if (node.has("items")) {
                found.add(node.path("items"));
            }
        } else if (node.path("properties").has(name)) {
            found.add(node.path("properties").path(name));
        } else {
            node.path("patternProperties").properties().forEach(entry -> {
                if (Pattern.compile(entry.getKey()).matcher(name).find()) {
                    found.add(entry.getValue());
                }
            });
            if (found.isEmpty() && node.path("additionalProperties").isObject()) {
                found.add(node.path("additionalProperties"));
            }
        }
        return found;
    }

    private List<JsonNode> alternatives(List<JsonNode> nodes) {
        Set<JsonNode> all = new LinkedHashSet<>();
        nodes.forEach(node -> add(all, node, 0));
        return List.copyOf(all);
    }

    private void add(Set<JsonNode> all, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        String reference = node.path("$ref").asString("");
        if (reference.startsWith("#")) {
            add(all, root.at(reference.substring(1)), depth + 1);
            return;
        }
        all.add(node);
        for (String way : List.of("oneOf", "anyOf", "allOf")) {
            node.path(way).forEach(one -> add(all, one, depth + 1));
        }
    }
}
