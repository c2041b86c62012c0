package io.quayside.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Immutable copies that keep their order.
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> map(Map<String, V> map) {
        return map.size() <= 1 ? Map.copyOf(map) : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Set<String> set(Set<String> set) {
        return set.size() <= 1 ? Set.copyOf(set) : Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
