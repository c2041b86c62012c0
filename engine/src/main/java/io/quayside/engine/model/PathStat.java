package io.quayside.engine.model;

import java.time.Instant;
import java.util.Optional;

/// What a path in a container is (`HEAD /containers/{id}/archive`, header `X-Docker-Container-Path-Stat`).
///
/// @param name the last part of the path
/// @param size bytes, for a file
/// @param mode permission bits, in their usual order
/// @param type what kind of thing it is
/// @param modified when it was last changed
/// @param linkTarget where a symbolic link leads, else empty
public record PathStat(String name, long size, int mode, Type type, Optional<Instant> modified, String linkTarget) {

    /// What kind of thing a path is.
    public enum Type {
        /// A plain file.
        FILE,
        /// A folder.
        FOLDER,
        /// A symbolic link.
        LINK,
        /// A device, socket or pipe.
        OTHER
    }
}
