package io.quayside.engine.internal.resource;

import io.quayside.engine.internal.codec.Json;
import java.nio.charset.StandardCharsets;

/// A platform as newer calls take it: a JSON object.
final class PlatformQuery {
    private PlatformQuery() {}

    static String of(String platform) {
        String[] parts = platform.split("/", 3);
        byte[] json = Json.write(out -> out.object(() -> {
            out.text("os", parts[0]);
            out.text("architecture", parts.length > 1 ? parts[1] : "");
            out.text("variant", parts.length > 2 ? parts[2] : "");
        }));
        return new String(json, StandardCharsets.UTF_8);
    }
}
