package io.quayside.engine.model;

import java.util.Locale;

/// What kind of object an event is about.
public enum EventType {
    /// A container.
    CONTAINER,
    /// An image.
    IMAGE,
    /// A volume.
    VOLUME,
    /// A network.
    NETWORK,
    /// The engine.
    DAEMON,
    /// A plugin.
    PLUGIN,
    /// The builder.
    BUILDER,
    /// Something else: a swarm service, node, secret or config, or a Podman pod.
    OTHER;

    /// Reads the engine's word.
    public static EventType of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "container" -> CONTAINER;
            case "image" -> IMAGE;
            case "volume" -> VOLUME;
            case "network" -> NETWORK;
            case "daemon" -> DAEMON;
            case "plugin" -> PLUGIN;
            case "builder" -> BUILDER;
            default -> OTHER;
        };
    }

    /// The engine's word for it, as filters take it.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
