package io.quayside.engine.internal.codec;

import io.quayside.engine.model.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Answers of real engines, of a container `shop-web-1` that runs and one that ended with code 3.
final class Samples {
    private Samples() {}

    static byte[] bytes(String engine, String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + engine + "/" + name + ".json")) {
            if (in == null) {
                throw new AssertionError("no sample " + name + " of " + engine);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T object(String engine, String name, JsonIn.Element<T> reader) {
        try (JsonIn in = Json.read(bytes(engine, name))) {
            in.nextValue();
            return reader.read(in);
        }
    }

    static <T> List<T> list(String engine, String name, JsonIn.Element<T> element) {
        return object(engine, name, in -> in.list(element));
    }

    static <T> List<T> lines(String engine, String name, JsonIn.Element<T> element) {
        List<T> items = new ArrayList<>();
        try (JsonIn in = Json.read(bytes(engine, name))) {
            while (in.nextValue()) {
                items.add(element.read(in));
            }
        }
        return items;
    }

    static RawJson raw(String engine, String name) {
        return new RawJson(bytes(engine, name));
    }
}
