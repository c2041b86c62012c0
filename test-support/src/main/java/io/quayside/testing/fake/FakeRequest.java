package io.quayside.testing.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request as the fake daemon read it.
///
/// @param version what stood before the path, such as `v1.41`, or the empty text
/// @param path decoded path without version and query
/// @param headers by lower-case name
public record FakeRequest(
        String method,
        String version,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    public FakeRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    static FakeRequest of(String method, String target, Map<String, String> headers, String body) {
        int mark = target.indexOf('?');
        String rawPath = mark < 0 ? target : target.substring(0, mark);
        String version = "";
        if (rawPath.matches("/v\\d+\\.\\d+/.*")) {
            int end = rawPath.indexOf('/', 1);
            version = rawPath.substring(1, end);
            rawPath = rawPath.substring(end);
        }
        Map<String, String> query = mark < 0 ? Map.of() : parse(target.substring(mark + 1));
        return new FakeRequest(method, version, decode(rawPath.replace("+", "%2B")), query, headers, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Whether a switch of the query is on, as the engine reads it: `1` or `true`.
    public boolean isOn(String name) {
        String value = query.getOrDefault(name, "");
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    /// The part of the path at this position: `/containers/web/json` has `web` at 1.
    public String segment(int index) {
        return path.substring(1).split("/", -1)[index];
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
