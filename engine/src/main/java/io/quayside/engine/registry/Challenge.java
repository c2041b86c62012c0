package io.quayside.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a registry wants to be asked (`WWW-Authenticate`).
///
/// @param bearer whether it wants a token of another server, else name and password
/// @param fields what it says about that: `realm`, `service`, `scope`
record Challenge(boolean bearer, Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

    /// The first of the challenges that can be met.
    static Optional<Challenge> of(List<String> headers) {
        for (String header : headers) {
            String lower = header.strip().toLowerCase(Locale.ROOT);
            boolean bearer = lower.startsWith("bearer ");
            if (bearer || lower.startsWith("basic")) {
                return Optional.of(new Challenge(bearer, fields(header)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> fields(String header) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher m = FIELD.matcher(header);
        while (m.find()) {
            fields.put(m.group(1).toLowerCase(Locale.ROOT), m.group(2) == null ? m.group(3) : m.group(2));
        }
        return fields;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
