package io.quayside.engine.compose.schema;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Where the values of a YAML text stand, for whoever hides some of them.
///
/// @param name the key that it belongs to; of an entry in a list the list's
/// @param begin the first letter of it as it is written, quotes included
/// @param end after the last
public record YamlValues(String name, String value, int begin, int end) {
    private static final int DEEPEST = 100;

    /// All values, from the top; none if it isn't YAML.
    public static List<YamlValues> of(String text) {
        List<YamlValues> all = new ArrayList<>();
        try {
            new Compose(MarkedYaml.settings()).composeAllFromString(text).forEach(root -> add(all, text, "", root, 0));
        } catch (YamlEngineException e) {
            return List.of();
        }
        return all;
    }

    private static void add(List<YamlValues> all, String text, String name, Node node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple entry : mapping.getValue()) {
                    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                    add(all, text, key, entry.getValueNode(), depth + 1);
                }
            }
            case SequenceNode list -> list.getValue().forEach(item -> add(all, text, name, item, depth + 1));
            case ScalarNode scalar ->
                scalar.getStartMark()
                        .ifPresent(begin -> scalar.getEndMark()
                                .ifPresent(end -> all.add(new YamlValues(
                                        name,
                                        scalar.getValue(),
                                        // Marks count characters beyond the first plane as one.
                                        text.offsetByCodePoints(0, begin.getIndex()),
                                        text.offsetByCodePoints(0, end.getIndex())))));
            default -> {}
        }
    }
}
