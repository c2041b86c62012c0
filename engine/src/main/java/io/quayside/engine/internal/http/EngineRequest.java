package io.quayside.engine.internal.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request to an engine, built by chaining: `EngineRequest.get("containers", id, "json").query("size",
/// "1")`. Immutable; every method returns a changed copy.
///
/// @param method as HTTP spells it
/// @param path the segments, not yet encoded. A slash inside a segment stays one (image names have them). A
///     segment that is empty or has a part `.` or `..` makes the request fail as a `BadRequestException` before
///     it is sent, so that no name can reach another object
/// @param query in order, names may repeat, not yet encoded
/// @param headers in order
/// @param timing how long to wait for bytes
/// @param versioned whether the path gets the `/v1.44` of the settled API version
public record EngineRequest(
        String method,
        List<String> path,
        List<Pair> query,
        List<Pair> headers,
        @Nullable RequestBody body,
        Timing timing,
        boolean versioned) {

    /// A name and its value.
    public record Pair(String name, String value) {}

    /// How long an answer may take.
    public enum Timing {
        /// The engine answers by itself; a minute without a byte is a failure.
        BOUNDED,
        /// The answer depends on the world (wait, stop, logs, events, pull, build): no limit between bytes.
        UNBOUNDED
    }

    public EngineRequest {
        path = List.copyOf(path);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    public static EngineRequest of(String method, String... path) {
        return new EngineRequest(method, List.of(path), List.of(), List.of(), null, Timing.BOUNDED, true);
    }

    public static EngineRequest get(String... path) {
        return of("GET", path);
    }

    public static EngineRequest head(String... path) {
        return of("HEAD", path);
    }

    public static EngineRequest post(String... path) {
        return of("POST", path);
    }

    public static EngineRequest put(String... path) {
        return of("PUT", path);
    }

    public static EngineRequest delete(String... path) {
        return of("DELETE", path);
    }

    /// Adds a query parameter; a second one of the same name is sent as well.
    public EngineRequest query(String name, String value) {
        return new EngineRequest(method, path, plus(query, name, value), headers, body, timing, versioned);
    }

    /// Adds `name=1` when `value` is true, and nothing otherwise.
    public EngineRequest flag(String name, boolean value) {
        return value ? query(name, "1") : this;
    }

    public EngineRequest header(String name, String value) {
        return new EngineRequest(method, path, query, plus(headers, name, value), body, timing, versioned);
    }

    public EngineRequest body(RequestBody newBody) {
        return new EngineRequest(method, path, query, headers, newBody, timing, versioned);
    }

    public EngineRequest json(byte[] json) {
        return body(RequestBody.json(json));
    }

    /// Without a limit on the time between bytes.
    public EngineRequest unbounded() {
        return new EngineRequest(method, path, query, headers, body, Timing.UNBOUNDED, versioned);
    }

    /// Asked without a version in the path: `/_ping` and `/version`.
    public EngineRequest unversioned() {
        return new EngineRequest(method, path, query, headers, body, timing, false);
    }

    /// As people write it: `GET /containers/json`, without query, version and host.
    public String line() {
        return method + " /" + String.join("/", path);
    }

    private static List<Pair> plus(List<Pair> pairs, String name, String value) {
        List<Pair> all = new ArrayList<>(pairs);
        all.add(new Pair(name, value));
        return all;
    }
}
