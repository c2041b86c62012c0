package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.StoredLine;
import io.quayside.engine.stream.StreamType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The lines that a line of JSON folds out to.
final class FoldedJson {
    private static final int MOST_LINES = 2000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final ObjectWriter WRITER = writer();

    private FoldedJson() {}

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return MAPPER.writer().with(printer);
    }

    /// Empty when the line is not an object or list, or too long to be read whole.
    static List<String> of(StoredLine line) {
        if (line.isCut() || line.type() == StreamType.SYSTEM) {
            return List.of();
        }
        String text = new String(line.bytes(), StandardCharsets.UTF_8).strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return List.of();
        }
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isContainer() && !tree.isEmpty()
                    ? WRITER.writeValueAsString(tree).lines().limit(MOST_LINES).toList()
                    : List.of();
        } catch (JacksonException e) {
            return List.of(); // it only begins like JSON
        }
    }
}
