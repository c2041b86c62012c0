package io.quayside.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The `filters` parameter of lists, prunes and events: names with the values that each may have. Values of one name
/// are alternatives, names must all match; labels are the exception and must all match too.
///
/// @param values the values by name
public record Filters(Map<String, List<String>> values) {
    private static final Filters NONE = new Filters(Map.of());

    public Filters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /// Everything matches.
    public static Filters none() {
        return NONE;
    }

    /// One name with its possible values.
    public static Filters of(String name, String... values) {
        return new Filters(Map.of(name, List.of(values)));
    }

    /// These filters and one more value.
    public Filters with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        List<String> list = new ArrayList<>(more.getOrDefault(name, List.of()));
        list.add(value);
        more.put(name, list);
        return new Filters(more);
    }

    /// Whether everything matches.
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
