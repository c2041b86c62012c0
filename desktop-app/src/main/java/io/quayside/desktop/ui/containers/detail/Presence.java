package io.quayside.desktop.ui.containers.detail;

import java.time.Instant;
import java.util.Optional;

/// Whether the container of the page is there.
sealed interface Presence {
    /// The engine hasn't said yet.
    record Waiting() implements Presence {}

    /// It is there, or was when the engine was last heard.
    record There() implements Presence {}

    /// There is none of that name.
    record NotFound(String name) implements Presence {}

    /// It was there.
    ///
    /// @param seenAt when that was noticed
    /// @param byUser whether it was deleted from this page
    /// @param successor the id of another container that has its name now
    record Deleted(String name, Instant seenAt, boolean byUser, Optional<String> successor) implements Presence {}
}
