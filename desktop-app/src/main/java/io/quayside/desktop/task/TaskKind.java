package io.quayside.desktop.task;

/// What a task works on; the shell draws an icon for each.
public enum TaskKind {
    CONTAINER,
    IMAGE,
    PULL,
    PUSH,
    BUILD,
    VOLUME,
    NETWORK,
    COMPOSE,
    ENGINE
}
