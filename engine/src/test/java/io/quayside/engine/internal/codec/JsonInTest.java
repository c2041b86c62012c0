package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonInTest {

    private static <T> T read(String json, JsonIn.Element<T> reader) {
        try (JsonIn in = Json.read(json)) {
            in.nextValue();
            return reader.read(in);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "{\"a\":[1,{\"b\":2}]}", "[]", "[[1],[2]]", "1", "-1.5e3", "\"text\"", "true"})
    void anyValueCanStandInAnyPlace(String value) {
        String item = "{\"Id\":%1$s,\"Names\":%1$s,\"Image\":%1$s,\"Created\":%1$s,\"Ports\":%1$s,\"Labels\":%1$s,"
                        .formatted(value)
                + ("\"State\":%1$s,\"Status\":%1$s,\"Mounts\":%1$s,\"NetworkSettings\":%1$s,\"HostConfig\":%1$s,"
                                + "\"SizeRw\":%1$s,\"Health\":%1$s,\"Unknown\":%1$s,\"Command\":\"last\"}")
                        .formatted(value);

        List<ContainerSummary> items =
                read("[" + item + ",{\"Id\":\"next\"}]", in -> in.list(ContainerSummaryCodec::read));

        assertEquals("last", items.getFirst().command());
        assertEquals("next", items.getLast().id());
    }

    @Test
    void emptyObjectReadsAsNothing() {
        assertEquals(
                new ContainerSummary(
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        Instant.EPOCH,
                        List.of(),
                        Map.of(),
                        ContainerState.UNKNOWN,
                        "",
                        List.of(),
                        List.of(),
                        "",
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty()),
                read("{}", ContainerSummaryCodec::read));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-7, -7",
        "'\"12\"', 12",
        "'\"x\"', 0",
        "1.9, 1",
        "1e300, 9223372036854775807",
        "9223372036854775808, 9223372036854775807",
        "-99999999999999999999, -9223372036854775808",
        "18446744073709551615, 9223372036854775807",
        "null, 0",
        "[1], 0"
    })
    void numbersAreReadAsWellAsTheyCanBe(String json, long number) {
        assertEquals(number, read(json, JsonIn::number));
    }

    @Test
    void invalidUtf8IsReplaced() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"Id\":\"a".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xff);
        bytes.write(0xc3);
        bytes.writeBytes("b\",\"Labels\":{\"k".getBytes(StandardCharsets.UTF_8));
        bytes.write(0x80);
        bytes.writeBytes("\":\"v\"}}".getBytes(StandardCharsets.UTF_8));

        for (JsonIn in :
                List.of(Json.read(bytes.toByteArray()), Json.read(new ByteArrayInputStream(bytes.toByteArray())))) {
            in.nextValue();
            ContainerSummary item = ContainerSummaryCodec.read(in);

            assertEquals("a??b", item.id());
            assertEquals(Map.of("k?", "v"), item.labels());
        }
    }

    @Test
    void tenMegabytesOfLabelsAreRead() {
        String value = "x".repeat(10 << 20);
        String key = "k".repeat(1 << 20);

        ContainerSummary item =
                read("{\"Labels\":{\"a\":\"" + value + "\",\"" + key + "\":\"b\"}}", ContainerSummaryCodec::read);

        assertEquals(value, item.labels().get("a"));
        assertEquals("b", item.labels().get(key));
    }

    @Test
    void manyLabelsAreRead() {
        StringBuilder json = new StringBuilder("{\"Labels\":{");
        for (int i = 0; i < 200_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"label-")
                    .append(i)
                    .append("\":\"")
                    .append(i)
                    .append('"');
        }

        assertEquals(
                200_000,
                read(json.append("}}").toString(), ContainerSummaryCodec::read)
                        .labels()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Id\":", "{\"Id\":\"a", "{", "{\"Names\":[", "<html>", "{\"Id\" \"a\"}", "{Id:1}"})
    void whatIsntJsonFails(String text) {
        assertThrows(JacksonException.class, () -> read(text, ContainerSummaryCodec::read));
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThrows(JacksonException.class, () -> read(deep, ContainerSummaryCodec::read));
    }

    @Test
    void repeatedTextsAreOneObject() {
        List<String> texts = new ArrayList<>();
        try (JsonIn in = Json.read("[\"bridge\",\"host\",\"bridge\"]")) {
            in.nextValue();
            in.enterArray();
            while (in.nextElement()) {
                texts.add(in.pooledText());
            }
        }

        assertEquals(List.of("bridge", "host", "bridge"), texts);
        assertSame(texts.get(0), texts.get(2));
    }

    @Test
    void valuesFollowOneAnother() {
        try (JsonIn in = Json.read("{\"a\":1}\n{\"a\":2} {\"a\":3}")) {
            List<Long> numbers = new ArrayList<>();
            while (in.nextValue()) {
                numbers.add(in.map(JsonIn::number).get("a"));
            }
            assertEquals(List.of(1L, 2L, 3L), numbers);
            assertFalse(in.nextValue());
        }
    }
}
