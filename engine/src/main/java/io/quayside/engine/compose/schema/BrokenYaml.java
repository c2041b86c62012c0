package io.quayside.engine.compose.schema;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says why a text isn't YAML.
final class BrokenYaml {
    private BrokenYaml() {}

    static SchemaProblem problem(YamlEngineException failure, String text) {
        if (failure instanceof MarkedYamlEngineException marked) {
            Optional<Mark> end = marked.getProblemMark();
            // What was never closed is found out at the end; where it began helps more.
            Optional<Mark> mark =
                    end.filter(at -> at.getIndex() >= text.stripTrailing().length())
                                    .isPresent()
                            ? marked.getContextMark().or(() -> end)
                            : end;
            MarkedYaml.Place place = MarkedYaml.Place.of(mark);
            return new SchemaProblem(place.line(), place.column(), words(marked), Optional.empty());
        }
        return new SchemaProblem(1, 1, "This isn't YAML: " + failure.getMessage(), Optional.empty());
    }

    private static String words(MarkedYamlEngineException failure) {
        String problem = String.valueOf(failure.getProblem());
        if (problem.contains("'\\t(TAB)'") || problem.contains("TAB")) {
            return "A tab stands where YAML wants spaces.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "A colon is missing after the key.";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "A colon stands where none can: the key before may lack its own, the line may be indented too far,"
                    + " or its text needs quotes.";
        }
        if (problem.contains("expected <block end>")) {
            return "This isn't indented as the lines before it.";
        }
        if (problem.contains("unexpected end of stream")) {
            return "Quotes that begin here don't end.";
        }
        return "This isn't YAML: " + problem + ".";
    }
}
