package io.quayside.engine.model;

/// A change in a container's file system since it was created (`GET /containers/{id}/changes`).
///
/// @param path the path
/// @param kind what happened to it
public record FilesystemChange(String path, Kind kind) {

    /// What happened to a path.
    public enum Kind {
        /// It, or something below it, was changed.
        MODIFIED,
        /// It is new.
        ADDED,
        /// It is gone.
        DELETED
    }
}
