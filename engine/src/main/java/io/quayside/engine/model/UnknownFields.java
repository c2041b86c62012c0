package io.quayside.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Fields of an engine's object that this client doesn't know: newer than it is, or an engine's own. They are kept as
/// JSON text, so that an object that is read and sent back loses nothing.
public final class UnknownFields {
    /// No such fields.
    public static final UnknownFields NONE = new UnknownFields(Map.of());

    private final Map<String, String> json;

    private UnknownFields(Map<String, String> json) {
        this.json = json;
    }

    /// Keeps these fields.
    ///
    /// @param json the JSON text of each value, by name
    public static UnknownFields of(Map<String, String> json) {
        return json.isEmpty() ? NONE : new UnknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(json)));
    }

    /// Their names.
    public Set<String> names() {
        return json.keySet();
    }

    /// The JSON text of each value, by name.
    public Map<String, String> json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownFields that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /// Only the names: values may be secret.
    @Override
    public String toString() {
        return json.keySet().toString();
    }
}
