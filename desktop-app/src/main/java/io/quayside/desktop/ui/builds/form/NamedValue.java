package io.quayside.desktop.ui.builds.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A name and what is said for it: an argument or a label.
record NamedValue(String name, String value) {
    static Map<String, String> map(List<NamedValue> all) {
        Map<String, String> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(one.name(), one.value()));
        return map;
    }

    static List<NamedValue> list(Map<String, String> map) {
        return map.entrySet().stream()
                .map(one -> new NamedValue(one.getKey(), one.getValue()))
                .toList();
    }
}
