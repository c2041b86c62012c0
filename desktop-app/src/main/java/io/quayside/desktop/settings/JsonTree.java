package io.quayside.desktop.settings;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as maps, lists, texts, numbers and booleans, so that fields this version doesn't know survive being written
/// again. Uses Jackson's streaming part only: settings are read before the window opens.
final class JsonTree {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 32;

    private JsonTree() {}

    /// The text is not one JSON object.
    static final class NotReadable extends Exception {
        private static final long serialVersionUID = 1;

        NotReadable(String message) {
            super(message);
        }
    }

    /// Reads one object and nothing after it.
    static Map<String, Object> read(byte[] bytes) throws NotReadable {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotReadable(bytes.length == 0 ? "The file is empty." : "It does not start with “{”.");
            }
            Map<String, Object> tree = object(parser, 0);
            if (parser.nextToken() != null) {
                throw new NotReadable("There is more text after its end.");
            }
            return tree;
        } catch (JacksonException e) {
            throw new NotReadable("It breaks off or is wrong at line %d, column %d."
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private static Map<String, Object> object(JsonParser parser, int depth) throws NotReadable {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, depth + 1);
            if (value != null) {
                object.put(name, value);
            }
        }
        return object;
    }

    private static List<Object> array(JsonParser parser, int depth) throws NotReadable {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser, depth + 1);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser, int depth) throws NotReadable {
        if (depth > DEEPEST) {
            throw new NotReadable("It is nested too deeply.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// Writes an object, two spaces a level, so that people can read and change it.
    static byte[] write(Map<String, Object> tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(new Indented(), bytes)) {
            writeValue(generator, tree);
            generator.writeRaw("\n");
        }
        return bytes.toByteArray();
    }

    private static void writeValue(JsonGenerator generator, Object value) {
        switch (value) {
            case Map<?, ?> object -> {
                generator.writeStartObject();
                object.forEach((name, field) -> {
                    generator.writeName(String.valueOf(name));
                    writeValue(generator, field);
                });
                generator.writeEndObject();
            }
            case List<?> array -> {
                generator.writeStartArray();
                array.forEach(element -> writeValue(generator, element));
                generator.writeEndArray();
            }
            case Boolean bool -> generator.writeBoolean(bool);
            case Number number -> writeNumber(generator, number.doubleValue());
            default -> generator.writeString(String.valueOf(value));
        }
    }

    private static void writeNumber(JsonGenerator generator, double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            generator.writeNumber((long) number);
        } else {
            generator.writeNumber(number);
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new tools.jackson.core.util.DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
