package io.quayside.engine.internal.codec;

import io.quayside.engine.model.UnknownFields;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes an engine's objects. Fields with nothing in them are left out, so that the engine fills in its defaults.
public final class JsonOut {
    private final JsonGenerator generator;

    JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    /// An object whose fields `fields` writes.
    public void object(Runnable fields) {
        generator.writeStartObject();
        fields.run();
        generator.writeEndObject();
    }

    /// A field with an object in it.
    public JsonOut object(String name, Runnable fields) {
        generator.writeName(name);
        object(fields);
        return this;
    }

    /// A text, unless it is empty.
    public JsonOut text(String name, String value) {
        if (!value.isEmpty()) {
            generator.writeStringProperty(name, value);
        }
        return this;
    }

    /// A number, unless it is 0.
    public JsonOut number(String name, long value) {
        if (value != 0) {
            generator.writeNumberProperty(name, value);
        }
        return this;
    }

    /// A number, if it is there.
    public JsonOut number(String name, OptionalLong value) {
        value.ifPresent(number -> generator.writeNumberProperty(name, number));
        return this;
    }

    /// A number, also if it is 0.
    public JsonOut anyNumber(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    /// An array of numbers.
    public JsonOut numbers(String name, long... values) {
        generator.writeName(name);
        generator.writeArray(values, 0, values.length);
        return this;
    }

    /// `true`, unless it is false.
    public JsonOut flag(String name, boolean value) {
        if (value) {
            generator.writeBooleanProperty(name, true);
        }
        return this;
    }

    /// A boolean, if it is there.
    public JsonOut flag(String name, Optional<Boolean> value) {
        value.ifPresent(flag -> generator.writeBooleanProperty(name, flag));
        return this;
    }

    /// A duration in nanoseconds, unless it is zero.
    public JsonOut nanos(String name, Duration value) {
        return number(name, value.toNanos());
    }

    /// Texts, unless there are none.
    public JsonOut texts(String name, Collection<String> values) {
        return values.isEmpty() ? this : allTexts(name, values);
    }

    /// Texts, if the list is there; it may be empty.
    public JsonOut texts(String name, Optional<List<String>> values) {
        values.ifPresent(list -> allTexts(name, list));
        return this;
    }

    private JsonOut allTexts(String name, Collection<String> values) {
        generator.writeName(name);
        elements(values, generator::writeString);
        return this;
    }

    /// Texts by name, unless there are none.
    public JsonOut textMap(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            object(name, () -> values.forEach(generator::writeStringProperty));
        }
        return this;
    }

    /// Fields with texts, also empty ones.
    public JsonOut texts(Map<String, String> values) {
        values.forEach(generator::writeStringProperty);
        return this;
    }

    /// Lists of texts by name, always.
    public JsonOut textLists(Map<String, List<String>> values) {
        values.forEach(this::allTexts);
        return this;
    }

    /// An object with an empty object for each text, as Go writes sets; nothing for none.
    public JsonOut set(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            object(name, () -> values.forEach(value -> object(value, () -> {})));
        }
        return this;
    }

    /// An array of what `element` writes, unless it is empty.
    public <T> JsonOut list(String name, Collection<T> values, Consumer<T> element) {
        if (!values.isEmpty()) {
            generator.writeName(name);
            elements(values, element);
        }
        return this;
    }

    /// An array of arrays of texts, unless it is empty.
    public JsonOut textLists(String name, List<List<String>> values) {
        return list(name, values, inner -> elements(inner, generator::writeString));
    }

    /// An object with what `element` writes for each entry, unless it is empty.
    public <T> JsonOut map(String name, Map<String, T> values, Consumer<T> element) {
        if (!values.isEmpty()) {
            object(
                    name,
                    () -> values.forEach((key, value) -> {
                        generator.writeName(key);
                        element.accept(value);
                    }));
        }
        return this;
    }

    /// An array of what `element` writes, as a value.
    public <T> void elements(Collection<T> values, Consumer<T> element) {
        generator.writeStartArray();
        values.forEach(element);
        generator.writeEndArray();
    }

    /// Fields kept from an object that was read.
    public JsonOut unknown(UnknownFields fields) {
        fields.json().forEach((name, json) -> {
            generator.writeName(name);
            generator.writeRawValue(json);
        });
        return this;
    }
}
