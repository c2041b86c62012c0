package io.quayside.engine.internal.codec;

import java.util.LinkedHashSet;
import java.util.Set;

/// Sets as Go writes them: an object whose fields are the members. Some engines have an array.
final class Sets {
    private Sets() {}

    static Set<String> read(JsonIn in) {
        return new LinkedHashSet<>(in.isArray() ? in.texts() : in.names());
    }
}
