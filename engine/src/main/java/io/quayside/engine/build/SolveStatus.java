package io.quayside.engine.build;

import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// One piece of what BuildKit tells: what changed of its vertices, which are the steps and what goes on around them.
record SolveStatus(List<Vertex> vertexes, List<Status> statuses, List<Log> logs, List<Warning> warnings) {

    /// A step, as it is now.
    record Vertex(
            String digest,
            List<String> inputs,
            String name,
            Optional<Instant> started,
            Optional<Instant> completed,
            boolean cached,
            String error) {}

    /// Bytes under way.
    record Status(String id, String vertex, String name, long current, long total) {}

    /// Output.
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Log(String vertex, byte[] data) {}

    /// What BuildKit doesn't like about a Dockerfile.
    record Warning(String vertex, String words) {}

    /// @return empty if it is none
    static Optional<SolveStatus> parse(String json) {
        try (JsonIn in = Json.read(json)) {
            return in.nextValue() && in.isObject() ? Optional.of(read(in)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static SolveStatus read(JsonIn in) {
        List<Vertex> vertexes = List.of();
        List<Status> statuses = List.of();
        List<Log> logs = List.of();
        List<Warning> warnings = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "vertexes" -> vertexes = in.list(SolveStatus::vertex);
                    case "statuses" -> statuses = in.list(SolveStatus::status);
                    case "logs" -> logs = in.list(SolveStatus::log);
                    case "warnings" -> warnings = in.list(SolveStatus::warning);
                    default -> in.skip();
                }
            }
        }
        return new SolveStatus(vertexes, statuses, logs, warnings);
    }

    private static Vertex vertex(JsonIn in) {
        String digest = "";
        List<String> inputs = List.of();
        String name = "";
        Optional<Instant> started = Optional.empty();
        Optional<Instant> completed = Optional.empty();
        boolean cached = false;
        String error = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "digest" -> digest = in.text();
                    case "inputs" -> inputs = in.texts();
                    case "name" -> name = in.text();
                    case "started" -> started = in.instant();
                    case "completed" -> completed = in.instant();
                    case "cached" -> cached = in.flag();
                    case "error" -> error = in.text();
                    default -> in.skip();
                }
            }
        }
        return new Vertex(digest, inputs, name, started, completed, cached, error);
    }

    private static Status status(JsonIn in) {
        String id = "";
        String vertex = "";
        String name = "";
        long current = 0;
        long total = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "id" -> id = in.text();
                    case "vertex" -> vertex = in.text();
                    case "name" -> name = in.text();
                    case "current" -> current = in.number();
                    case "total" -> total = in.number();
                    default -> in.skip();
                }
            }
        }
        return new Status(id, vertex, name, current, total);
    }

    private static Log log(JsonIn in) {
        String vertex = "";
        byte[] data = {};
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "vertex" -> vertex = in.text();
                    case "data" -> data = bytes(in.text());
                    default -> in.skip();
                }
            }
        }
        return new Log(vertex, data);
    }

    private static Warning warning(JsonIn in) {
        String vertex = "";
        byte[] words = {};
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "vertex" -> vertex = in.text();
                    case "short" -> words = bytes(in.text());
                    default -> in.skip();
                }
            }
        }
        return new Warning(vertex, new String(words, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
