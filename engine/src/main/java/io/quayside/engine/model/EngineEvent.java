package io.quayside.engine.model;

import java.time.Instant;
import java.util.Map;

/// Something that happened in an engine (`GET /events`).
///
/// @param type what kind of object it happened to
/// @param action what happened in Docker's words, such as `start`, `die`, `destroy` or `health_status`
/// @param detail what follows the action's colon, such as `healthy` or an exec's command line, else empty
/// @param id the object's id, or its name for volumes and images
/// @param attributes more about the object: for containers `name`, `image`, `exitCode`, `signal` and all labels
/// @param time when
public record EngineEvent(
        EventType type, String action, String detail, String id, Map<String, String> attributes, Instant time) {

    /// An attribute, or empty if it isn't there.
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
