package io.quayside.engine.internal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// How JSON of an engine is read and written.
///
/// Labels of 10 MB are legal, so text may be long; nesting stays bounded, since reading nests too. Names that collide
/// in the parser's table of names on purpose only slow it down. Invalid UTF-8 becomes question
/// marks.
public final class Json {
    private static final int MAX_TEXT = 256 * 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .maxNestingDepth(500)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    private Json() {}

    /// Reads values from a stream that the caller closes.
    public static JsonIn read(InputStream in) {
        return new JsonIn(FACTORY.createParser(ObjectReadContext.empty(), new Utf8Repair(in)), TextPool.large());
    }

    /// Reads one object from bytes.
    public static JsonIn read(byte[] bytes) {
        return new JsonIn(
                FACTORY.createParser(ObjectReadContext.empty(), new Utf8Repair(new ByteArrayInputStream(bytes))),
                TextPool.small());
    }

    /// Reads values from text.
    public static JsonIn read(String text) {
        return new JsonIn(FACTORY.createParser(ObjectReadContext.empty(), text), TextPool.small());
    }

    /// Writes a value.
    public static byte[] write(Consumer<JsonOut> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            writer.accept(new JsonOut(generator));
        }
        return bytes.toByteArray();
    }
}
