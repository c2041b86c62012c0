package io.quayside.engine.compose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is offered at the caret, which is written as `|`.
class CompletionTest {
    private static final String REST = """

              db:
                image: postgres
              cache: {image: redis}
            volumes: {data: {}, logs: {}}
            networks: {front: {}, back: {}}
            secrets: {key: {file: k}}
            """;

    private static List<Completion> at(String marked) {
        return ComposeSchema.shared().complete(marked.replace("|", ""), marked.indexOf('|'));
    }

    private static List<String> shown(String marked) {
        return at(marked).stream().map(Completion::shown).toList();
    }

    /// The text after the first offer was taken.
    private static String taken(String marked) {
        Completion first = at(marked).getFirst();
        int caret = marked.indexOf('|');
        return marked.substring(0, first.from()) + first.text() + marked.substring(caret + 1);
    }

    @Test
    void keysAreThoseThatTheSchemaAllowsThere() {
        assertEquals(
                List.of(
                        "configs",
                        "include",
                        "models",
                        "name",
                        "networks",
                        "secrets",
                        "services",
                        "version",
                        "volumes"),
                shown("|"));
        assertEquals("healthcheck", shown("services:\n  web:\n    he|").getFirst());
        assertEquals(
                List.of("dockerfile", "dockerfile_inline"), shown("services:\n  web:\n    build:\n      dockerf|"));
    }

    @Test
    void wordThatIsTypedChoosesAndIsReplaced() {
        assertEquals("services:\n  web:\n    ports:\n", taken("services:\n  web:\n    por|\n"));
        assertEquals("services:\n  web:\n    image: \n", taken("services:\n  web:\n    ima|\n"));
        assertEquals("services:\n  web: {image: ", taken("services:\n  web: {ima|"));
        assertEquals("ports", shown("services:\n  web:\n    por|").getFirst());
    }

    @Test
    void whatIsThereAlreadyIsNotOffered() {
        List<String> keys = shown("services:\n  web:\n    image: a\n    |\n    ports: []\n  db: {}\n");
        assertFalse(keys.contains("image"), keys::toString);
        assertFalse(keys.contains("ports"), keys::toString);
        assertTrue(keys.contains("environment"), keys::toString);
    }

    @Test
    void valuesOfAKnownSetAreOffered() {
        assertEquals(
                List.of("service_completed_successfully", "service_healthy", "service_started"),
                shown("services:\n  web:\n    depends_on:\n      db:\n        condition: |" + REST));
        assertEquals(List.of("false", "true"), shown("services:\n  web:\n    init: |" + REST));
    }

    @Test
    void namesOfTheFileAreOffered() {
        assertEquals(List.of("cache", "db"), shown("services:\n  web:\n    depends_on:\n      - |" + REST));
        assertEquals(List.of("cache"), shown("services:\n  web:\n    depends_on: [db, c|]" + REST));
        assertEquals(List.of("cache", "db"), shown("services:\n  web:\n    depends_on:\n      |" + REST));
        assertEquals(List.of("cache"), shown("services:\n  web:\n    depends_on: [db, c|" + REST));
        assertEquals("services:\n  web:\n    ports:ge: a\n", taken("services:\n  web:\n    por|ge: a\n"));
        assertEquals(List.of("back", "front"), shown("services:\n  web:\n    networks: [|]" + REST));
        assertTrue(shown("services:\n  web:\n    secrets: [|]" + REST).contains("key"));
        assertTrue(shown("services:\n  web:\n    volumes:\n      - |" + REST).containsAll(List.of("data", "logs")));
        assertTrue(shown("services:\n  web:\n    extends: {service: |}" + REST).containsAll(List.of("cache", "db")));
    }

    @Test
    void brokenTextBelowDoesNoHarmAndAboveNothingIsOffered() {
        assertEquals(
                "services:\n  web:\n    ports:\n  db: [\n\t: :", taken("services:\n  web:\n    por|\n  db: [\n\t: :"));
        assertEquals(List.of(), shown("services: [}\n  web:\n    por|\n"));
    }

    @Test
    void nothingIsKnownOfFreeText() {
        assertEquals(List.of(), shown("services:\n  web:\n    image: re|" + REST));
        assertEquals(List.of(), shown("x-mine:\n  po|" + REST));
        assertEquals(List.of(), shown("# po|" + REST));
    }
}
