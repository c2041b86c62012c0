package io.quayside.engine.compose.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One document of a YAML text as JSON, with the place of each part.
final class MarkedYaml {
    private static final String MERGE = "<<";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Aliases of aliases can make billions of parts out of a few lines.
    private static final int MOST_PARTS = 200_000;

    private static final int DEEPEST = 100;

    private final Map<String, Place> places = new HashMap<>();
    private final List<SchemaProblem> problems = new ArrayList<>();
    private int parts;
    private final JsonNode json;

    private MarkedYaml(Node root) {
        mark("", root);
        json = json("", root, 0);
    }

    /// Both from 1.
    record Place(int line, int column) {
        static Place of(Optional<Mark> mark) {
            return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1))
                    .orElse(new Place(1, 1));
        }
    }

    /// All documents of a text.
    ///
    /// @throws YamlEngineException if it isn't YAML
    static List<MarkedYaml> read(String text) {
        List<MarkedYaml> all = new ArrayList<>();
        new Compose(settings()).composeAllFromString(text).forEach(root -> all.add(new MarkedYaml(root)));
        return all;
    }

    static LoadSettings settings() {
        return LoadSettings.builder().setLabel("compose file").build();
    }

    JsonNode json() {
        return json;
    }

    /// Where a part is: the key of an entry, else its beginning.
    ///
    /// @param pointer as RFC 6901 has it
    Place place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place found = places.get(at);
            if (found != null) {
                return found;
            }
        }
        return places.getOrDefault("", new Place(1, 1));
    }

    /// Whether there is a part of that name.
    boolean has(String pointer) {
        return places.containsKey(pointer);
    }

    /// What YAML itself allows and Compose doesn't.
    List<SchemaProblem> problems() {
        return List.copyOf(problems);
    }

    static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode json(String pointer, Node node, int depth) {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> mapping(pointer, mapping, depth);
            case SequenceNode sequence -> sequence(pointer, sequence, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> JSON.nullNode();
        };
    }

    private JsonNode mapping(String pointer, MappingNode mapping, int depth) {
        ObjectNode object = JSON.objectNode();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "A key has to be text.");
            } else if (key.getValue().equals(MERGE)) {
                merged.add(entry.getValueNode());
            } else if (object.has(key.getValue())) {
                problem(
                        key,
                        "“" + key.getValue() + "” stands here twice, first in line "
                                + place(pointer(pointer, key.getValue())).line() + ".");
            } else if (!removed(entry.getValueNode())) {
                put(object, pointer, key, entry.getValueNode(), depth);
            }
        }
        merged.forEach(from -> merge(object, pointer, from, depth));
        return object;
    }

    /// What another mapping has and this one hasn't.
    private void merge(ObjectNode object, String pointer, Node from, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (from instanceof SequenceNode several) {
            several.getValue().forEach(one -> merge(object, pointer, one, depth + 1));
        } else if (from instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    continue;
                }
                if (key.getValue().equals(MERGE)) {
                    merge(object, pointer, entry.getValueNode(), depth + 1);
                } else if (!object.has(key.getValue()) && !removed(entry.getValueNode())) {
                    put(object, pointer, key, entry.getValueNode(), depth);
                }
            }
        }
    }

    private void put(ObjectNode object, String pointer, ScalarNode key, Node value, int depth) {
        String there = pointer(pointer, key.getValue());
        mark(there, key);
        object.set(key.getValue(), json(there, value, depth + 1));
    }

    private JsonNode sequence(String pointer, SequenceNode sequence, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            String there = pointer + "/" + array.size();
            mark(there, item);
            array.add(json(there, item, depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(integer(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(value));
            }
        } catch (NumberFormatException e) {
            // Infinity and the like: no number of JSON.
            return JSON.numberNode(0.5);
        }
        return JSON.stringNode(value);
    }

    private static BigInteger integer(String value) {
        if (value.startsWith("0x")) {
            return new BigInteger(value.substring(2), 16);
        }
        if (value.startsWith("0o")) {
            return new BigInteger(value.substring(2), 8);
        }
        return new BigInteger(value);
    }

    /// Compose's own tag for what a later file takes away.
    private static boolean removed(Node value) {
        return value.getTag().getValue().equals("!reset");
    }

    private void mark(String pointer, Node node) {
        places.putIfAbsent(pointer, Place.of(node.getStartMark()));
    }

    private void problem(Node node, String words) {
        Place at = Place.of(node.getStartMark());
        problems.add(new SchemaProblem(at.line(), at.column(), words, Optional.empty()));
    }
}
