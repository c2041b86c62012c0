package io.quayside.engine.internal.codec;

import io.quayside.engine.model.UnknownFields;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the fields of an object that no codec knows.
final class UnknownCollector {
    private final Map<String, String> json = new LinkedHashMap<>();

    /// Keeps the field that `in` stands on, unless it is `null`.
    void take(JsonIn in) {
        if (!in.isNull()) {
            String name = in.name();
            json.put(name, in.json());
        }
    }

    UnknownFields fields() {
        return UnknownFields.of(json);
    }
}
