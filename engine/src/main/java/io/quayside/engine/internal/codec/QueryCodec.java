package io.quayside.engine.internal.codec;

import io.quayside.engine.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Values of query parameters.
public final class QueryCodec {
    private QueryCodec() {}

    /// The parameter `filters`.
    public static String filters(Filters filters) {
        return new String(Json.write(out -> out.object(() -> out.textLists(filters.values()))), StandardCharsets.UTF_8);
    }

    /// A moment, as `since` and `until` take it.
    public static String time(Instant time) {
        return Timestamps.query(time);
    }
}
