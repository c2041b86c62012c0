package io.quayside.desktop.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/// Copies of immutable maps with one entry changed.
final class Maps {
    private Maps() {}

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return copy;
    }
}
