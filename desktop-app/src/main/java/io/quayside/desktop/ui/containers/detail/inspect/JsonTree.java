package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.format.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as lines that can be folded and searched.
///
/// @param lines all of them, unfolded
public record JsonTree(List<Line> lines) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST = 4000;
    private static final int DEEPEST = 100;

    /// What a value is, for its colour.
    public enum Kind {
        TEXT,
        NUMBER,
        WORD,
        OPEN,
        CLOSE
    }

    /// One line.
    ///
    /// @param depth how far it is indented
    /// @param path where it is, as `jq` writes it: `.Config.Env[0]`
    /// @param key the name in front, or empty; safe to show
    /// @param value what stands behind the name, safe to show
    /// @param comma whether a comma follows
    /// @param end the number of the line that closes what this one opens, or its own
    /// @param node what it stands for
    public record Line(
            int depth, String path, String key, String value, Kind kind, boolean comma, int end, JsonNode node) {
        boolean opens() {
            return kind == Kind.OPEN;
        }

        boolean has(String lowerCaseText) {
            return key.toLowerCase(Locale.ROOT).contains(lowerCaseText)
                    || (kind != Kind.OPEN
                            && kind != Kind.CLOSE
                            && value.toLowerCase(Locale.ROOT).contains(lowerCaseText));
        }

        /// What copying the value gives: a text without quotes, anything else as JSON.
        String copied() {
            return node.isString() ? node.stringValue() : MAPPER.writeValueAsString(node);
        }
    }

    public JsonTree {
        lines = List.copyOf(lines);
    }

    /// @param text what isn't JSON gives one line that says so
    public static JsonTree of(String text) {
        List<Line> lines = new ArrayList<>();
        try {
            add(lines, "", "", MAPPER.readTree(text), 0, false);
        } catch (JacksonException e) {
            JsonNode raw = MAPPER.getNodeFactory().stringNode(text);
            lines.add(new Line(0, ".", "", SafeText.output(text, LONGEST), Kind.WORD, false, 0, raw));
        }
        return new JsonTree(lines);
    }

    private static void add(List<Line> lines, String path, String key, JsonNode node, int depth, boolean comma) {
        String shownKey = key.isEmpty() ? "" : SafeText.output(MAPPER.writeValueAsString(key), LONGEST);
        String place = path.isEmpty() ? "." : path;
        boolean container = (node.isObject() || node.isArray()) && !node.isEmpty() && depth < DEEPEST;
        if (!container) {
            String value = SafeText.output(node.toString(), LONGEST);
            lines.add(new Line(depth, place, shownKey, value, kind(node), comma, lines.size(), node));
            return;
        }
        int start = lines.size();
        String open = node.isObject() ? "{" : "[";
        lines.add(new Line(depth, place, shownKey, open, Kind.OPEN, false, start, node));
        int left = node.size();
        if (node.isObject()) {
            for (var property : node.properties()) {
                left--;
                add(lines, path + step(property.getKey()), property.getKey(), property.getValue(), depth + 1, left > 0);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                left--;
                add(lines, path + "[" + i + "]", "", node.get(i), depth + 1, left > 0);
            }
        }
        int end = lines.size();
        lines.set(start, new Line(depth, place, shownKey, open, Kind.OPEN, false, end, node));
        lines.add(new Line(depth, place, "", node.isObject() ? "}" : "]", Kind.CLOSE, comma, end, node));
    }

    private static String step(String key) {
        return PLAIN_KEY.matcher(key).matches() ? "." + key : "[" + MAPPER.writeValueAsString(key) + "]";
    }

    private static Kind kind(JsonNode node) {
        if (node.isString()) {
            return Kind.TEXT;
        }
        return node.isNumber() ? Kind.NUMBER : Kind.WORD;
    }
}
