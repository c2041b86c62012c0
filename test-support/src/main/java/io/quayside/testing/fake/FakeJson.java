package io.quayside.testing.fake;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the little JSON that the fake daemon answers.
final class FakeJson {
    private FakeJson() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static String object(Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
