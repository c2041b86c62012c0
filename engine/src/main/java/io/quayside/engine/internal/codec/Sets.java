package io.quayside.engine.internal.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sets as Go writes them: an object whose fields are the members. Some engines have an array.
final class Sets {
    private Sets() {}

    static Set<String> read(JsonIn in) {
        List<String> members = in.isArray() ? in.texts() : in.names();
        return members.size() == 1 ? Set.of(members.getFirst()) : new LinkedHashSet<>(members);
    }
}
