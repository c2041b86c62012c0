package io.quayside.engine.internal.codec;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A forgiving reader over a stream of JSON: a value of another type than expected reads as nothing (`""`, 0, false,
/// empty), as do `null` and a missing field, so that one odd field never hides an object. Only JSON that isn't JSON
/// fails.
///
/// It stands on a value; each method that reads one leaves it on the value's last token:
/// ```java
/// if (in.enterObject()) while (in.nextField()) switch (in.name()) { case "Id" -> id = in.text(); default -> in.skip();
/// }
/// ```
public final class JsonIn implements AutoCloseable {
    private static final JsonFactory PLAIN = new JsonFactory();

    private final JsonParser parser;
    private final TextPool pool;

    JsonIn(JsonParser parser, TextPool pool) {
        this.parser = parser;
        this.pool = pool;
    }

    /// Moves to the next value at the top level; false at the end of the input.
    public boolean nextValue() {
        return parser.nextToken() != null;
    }

    /// Goes into an object; skips anything else and returns false.
    public boolean enterObject() {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /// Goes into an array; skips anything else and returns false.
    public boolean enterArray() {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /// Moves to the value of the next field; false, and out of the object, when there is none.
    public boolean nextField() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    /// Moves to the next element; false, and out of the array, when there is none.
    public boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /// The name of the field whose value it stands on. Equal names are mostly the same object.
    public String name() {
        return parser.currentName();
    }

    /// Passes over the value.
    public void skip() {
        parser.skipChildren();
    }

    /// Whether the value is `null`.
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /// Whether the value is a text.
    public boolean isText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /// Whether the value is an array.
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /// Whether the value is an object.
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /// Whether the value is a whole number.
    public boolean isNumber() {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    /// The value as text; numbers and booleans as they are written.
    public String text() {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
            case VALUE_NULL -> "";
            default -> skipped("");
        };
    }

    /// The same for a text that is likely to repeat: equal ones become the same object.
    public String pooledText() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return text();
        }
        return pool.text(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /// A text without the slash that engines put in front of names.
    public String textWithoutSlash() {
        String text = text();
        return text.startsWith("/") ? text.substring(1) : text;
    }

    /// The value as a whole number; a text is read as one, a fraction is cut, what doesn't fit is the nearest.
    public long number() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> (long) Double.parseDouble(parser.getString());
            case VALUE_STRING -> Numbers.parse(parser.getString());
            default -> skipped(0L);
        };
    }

    private long wholeNumber() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? Numbers.clamp(parser.getString())
                : parser.getLongValue();
    }

    /// The same as an `int`, the nearest if it doesn't fit.
    public int smallNumber() {
        return Math.clamp(number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The value as a whole number, empty if it is `null` or not a number.
    public OptionalLong optionalNumber() {
        return isNumber() ? OptionalLong.of(number()) : skipped(OptionalLong.empty());
    }

    /// Whether the value is `true`.
    public boolean flag() {
        return optionalFlag().orElse(false);
    }

    /// The value as a boolean, empty if it isn't one.
    public Optional<Boolean> optionalFlag() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> skipped(Optional.empty());
        };
    }

    /// The value as a moment: RFC 3339 text, or seconds since 1970. Empty for Go's zero time and for what isn't a
    /// moment.
    public Optional<Instant> instant() {
        if (isNumber()) {
            return Timestamps.ofSeconds(number());
        }
        return isText() ? Timestamps.parse(parser.getString()) : skipped(Optional.empty());
    }

    /// The texts of an array. A single text is an array of one, as old engines have it.
    public List<String> texts() {
        return isText() ? List.of(text()) : list(JsonIn::text);
    }

    /// The texts of an array, empty for `null`.
    public Optional<List<String>> optionalTexts() {
        return isNull() ? Optional.empty() : Optional.of(texts());
    }

    /// The fields of an object with their texts, in order.
    public Map<String, String> textMap() {
        return map(JsonIn::pooledText);
    }

    /// The names of an object's fields, in order.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (enterObject()) {
            while (nextField()) {
                names.add(name());
                skip();
            }
        }
        return names;
    }

    /// What `element` makes of each element of an array.
    public <T> List<T> list(Element<T> element) {
        if (!enterArray() || !nextElement()) {
            return List.of();
        }
        // Most lists have one element, and those that end up in a record must not be copied again.
        T first = element.read(this);
        if (!nextElement()) {
            return List.of(first);
        }
        List<T> list = new ArrayList<>();
        list.add(first);
        do {
            list.add(element.read(this));
        } while (nextElement());
        return List.copyOf(list);
    }

    /// What `element` makes of each field of an object, in order; the last of several with one name.
    public <T> Map<String, T> map(Element<T> element) {
        if (!enterObject() || !nextField()) {
            return Map.of();
        }
        String firstName = name();
        T first = element.read(this);
        if (!nextField()) {
            return Map.of(firstName, first);
        }
        Map<String, T> map = new LinkedHashMap<>();
        map.put(firstName, first);
        do {
            String name = name();
            map.put(name, element.read(this));
        } while (nextField());
        return Collections.unmodifiableMap(map);
    }

    /// The value as JSON text.
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    private <T extends @Nullable Object> T skipped(T nothing) {
        parser.skipChildren();
        return nothing;
    }

    /// Gives buffers back. The source stays open.
    @Override
    public void close() {
        parser.close();
    }

    /// Reads one value.
    @FunctionalInterface
    public interface Element<T> {

        /// Reads the value that `in` stands on.
        T read(JsonIn in);
    }
}
