package io.quayside.engine.compose.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Of what a validator finds, what a person needs to hear. Where a value may be one of several kinds the validator
/// tells what each of them
/// misses; here the kind that somebody meant speaks alone.
final class SchemaErrors {
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    private SchemaErrors() {}

    /// @param each an error that stands
    /// @param wrongKind a value that is of no kind that it could be: one of its errors, and the types it could have
    static void sort(List<Error> errors, Consumer<Error> each, BiConsumer<Error, Set<String>> wrongKind) {
        sort(errors, 0, each, wrongKind);
    }

    private static void sort(
            List<Error> errors, int from, Consumer<Error> each, BiConsumer<Error, Set<String>> wrongKind) {
        Map<String, List<Error>> choices = new LinkedHashMap<>();
        for (Error error : errors) {
            int choice = choice(error.getEvaluationPath(), from);
            if (choice >= 0) {
                choices.computeIfAbsent(beginning(error.getEvaluationPath(), choice), ignored -> new ArrayList<>())
                        .add(error);
            } else if (error.getKeyword().equals("type")) {
                wrongKind.accept(error, types(List.of(error)));
            } else if (!CHOICES.contains(error.getKeyword())) {
                each.accept(error);
            }
        }
        for (List<Error> choice : choices.values()) {
            meant(choice, choice(choice.getFirst().getEvaluationPath(), from) + 1, each, wrongKind);
        }
    }

    private static void meant(
            List<Error> errors, int index, Consumer<Error> each, BiConsumer<Error, Set<String>> wrongKind) {
        NodePath place = errors.stream()
                .map(Error::getInstanceLocation)
                .min(Comparator.comparingInt(NodePath::getNameCount))
                .orElseThrow();
        SortedMap<Integer, List<Error>> kinds = new TreeMap<>();
        for (Error error : errors) {
            kinds.computeIfAbsent(kind(error, index), ignored -> new ArrayList<>())
                    .add(error);
        }
        List<List<Error>> fitting = kinds.values().stream()
                .filter(kind -> kind.stream().noneMatch(error -> isOfWrongType(error, place)))
                .toList();
        if (fitting.isEmpty()) {
            wrongKind.accept(
                    errors.getFirst(),
                    types(errors.stream().filter(e -> isOfWrongType(e, place)).toList()));
        } else {
            sort(fitting.getFirst(), index + 1, each, wrongKind);
        }
    }

    private static int kind(Error error, int index) {
        return error.getEvaluationPath().getElement(index) instanceof Integer number ? number : 0;
    }

    private static boolean isOfWrongType(Error error, NodePath place) {
        return error.getKeyword().equals("type") && error.getInstanceLocation().equals(place);
    }

    private static Set<String> types(List<Error> errors) {
        Set<String> types = new LinkedHashSet<>();
        for (Error error : errors) {
            if (error.getSchemaNode().isString()) {
                types.add(error.getSchemaNode().asString());
            }
            error.getSchemaNode().forEach(type -> types.add(type.asString()));
        }
        return types;
    }

    /// Where in a path the next choice is, with one of its kinds after it; -1 without any.
    private static int choice(NodePath path, int from) {
        for (int i = from; i < path.getNameCount() - 1; i++) {
            if (CHOICES.contains(path.getName(i)) && path.getElement(i + 1) instanceof Integer) {
                return i;
            }
        }
        return -1;
    }

    private static String beginning(NodePath path, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i <= end; i++) {
            words.append('/').append(path.getName(i));
        }
        return words.toString();
    }
}
