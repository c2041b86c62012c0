package io.quayside.engine.compose.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Compose Specification's schema. Reading it takes a moment, so nothing of it belongs on the FX thread; it can be
/// asked by any number of
/// threads at a time.
public final class ComposeSchema {
    private static final int MOST_PROBLEMS = 200;

    /// Draft 7 and a word of later ones that the specification uses.
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft7())
            .keyword(new AnnotationKeyword("deprecated"))
            .build();

    private final SchemaTree tree;
    private final Schema schema;

    private ComposeSchema() {
        String text = text();
        tree = new SchemaTree(JsonMapper.shared().readTree(text));
        // The specification's formats (durations, ports) aren't those of JSON schema; Docker Compose judges them.
        schema = SchemaRegistry.withDefaultDialect(DIALECT)
                .getSchema(SchemaLocation.of("https://quayside.invalid/compose-spec.json"), withoutNames(text));
    }

    /// The one that Quayside brings with it.
    public static ComposeSchema shared() {
        return Shared.SCHEMA;
    }

    /// What isn't as it should be in the text of a compose file, from its top. Values that variables give are left to
    /// Docker Compose.
    public List<SchemaProblem> check(String text) {
        List<SchemaProblem> problems = new ArrayList<>();
        try {
            for (MarkedYaml document : MarkedYaml.read(text)) {
                problems.addAll(document.problems());
                check(document, problems);
            }
        } catch (YamlEngineException e) {
            problems.add(BrokenYaml.problem(e, text));
        }
        return problems.stream()
                .distinct()
                .sorted(SchemaProblem.BY_PLACE)
                .limit(MOST_PROBLEMS)
                .toList();
    }

    /// What may stand at the caret, in the order of the alphabet; empty where nothing is known.
    ///
    /// @param caret from 0, within the text
    public List<Completion> complete(String text, int caret) {
        return new Completer(tree).at(text, caret);
    }

    /// The files of this computer that a compose file takes in, as it names them: further compose files, and files of
    /// variables. Names that
    /// variables give are left out.
    public List<String> files(String text) {
        try {
            return MarkedYaml.read(text).stream()
                    .flatMap(document -> NamedFiles.of(document.json()).stream())
                    .filter(name -> !name.contains("$") && !name.contains("://"))
                    .distinct()
                    .toList();
        } catch (YamlEngineException e) {
            return List.of();
        }
    }

    private void check(MarkedYaml document, List<SchemaProblem> problems) {
        if (document.json().isNull()) {
            return;
        }
        SchemaErrors.sort(
                schema.validate(document.json()),
                error -> judge(document, error).ifPresent(problems::add),
                (error, types) -> {
                    if (!isOpen(error.getInstanceNode())) {
                        problems.add(at(document, error, SchemaWords.wrongKind(path(error), types)));
                    }
                });
    }

    private Optional<SchemaProblem> judge(MarkedYaml document, Error error) {
        if (isOpen(error.getInstanceNode())) {
            return Optional.empty();
        }
        List<String> path = path(error);
        return Optional.of(
                switch (error.getKeyword()) {
                    case "additionalProperties" -> unknownKey(document, error, path);
                    case "enum" -> unknownValue(document, error, path);
                    case "required" -> at(document, error, SchemaWords.missing(path, error.getProperty()));
                    default -> at(document, error, SchemaWords.other(path, error));
                });
    }

    private SchemaProblem unknownKey(MarkedYaml document, Error error, List<String> path) {
        String key = error.getProperty();
        Optional<String> meant = path.size() == 1
                ? Optional.empty()
                : Likeness.nearest(
                        key,
                        tree.keys(path).keySet().stream()
                                .filter(known -> !error.getInstanceNode().has(known))
                                .toList());
        MarkedYaml.Place place =
                document.place(MarkedYaml.pointer(error.getInstanceLocation().toString(), key));
        return new SchemaProblem(
                place.line(),
                place.column(),
                SchemaWords.unknownKey(path, key, meant),
                meant.map(word -> new SchemaProblem.Change(key, word)));
    }

    private SchemaProblem unknownValue(MarkedYaml document, Error error, List<String> path) {
        Collection<String> known = tree.values(path);
        String value = error.getInstanceNode().asString();
        return at(document, error, SchemaWords.unknownValue(path, value, known, Likeness.nearest(value, known)));
    }

    private static SchemaProblem at(MarkedYaml document, Error error, String words) {
        MarkedYaml.Place place = document.place(error.getInstanceLocation().toString());
        return new SchemaProblem(place.line(), place.column(), words, Optional.empty());
    }

    /// Whether a variable may make another value of it.
    private static boolean isOpen(JsonNode value) {
        return value.isString() && value.asString().contains("$");
    }

    private static List<String> path(Error error) {
        NodePath location = error.getInstanceLocation();
        List<String> path = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getElement(i) instanceof Integer ? SchemaTree.ITEM : location.getName(i));
        }
        return path;
    }

    private static JsonNode withoutNames(String text) {
        tools.jackson.databind.node.ObjectNode root =
                (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(text);
        root.remove(List.of("$schema", "$id"));
        return root;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ComposeSchema.class.getResourceAsStream("compose-spec.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Read when it is first asked for.
    private static final class Shared {
        static final ComposeSchema SCHEMA = new ComposeSchema();
    }
}
