package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.RawJson;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON with line breaks and indentation, safe to show.
final class JsonText {
    private static final int MOST = 400_000;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonText() {}

    static String of(RawJson json) {
        String text = json.text();
        if (text.length() > MOST) {
            return safe(text.substring(0, MOST)) + "\n… " + (text.length() - MOST) + " more characters";
        }
        try {
            return safe(MAPPER.writeValueAsString(MAPPER.readTree(text)));
        } catch (JacksonException e) {
            return safe(text);
        }
    }

    private static String safe(String text) {
        return text.lines().map(line -> SafeText.output(line, 20_000)).collect(Collectors.joining("\n"));
    }
}
