package io.quayside.engine.model;

/// What is removed with a container.
///
/// @param force kill it first if it runs
/// @param volumes also its anonymous volumes
/// @param link only the link of this name, not the container
public record RemoveOptions(boolean force, boolean volumes, boolean link) {

    /// Only a stopped container, and nothing with it.
    public static RemoveOptions plain() {
        return new RemoveOptions(false, false, false);
    }

    /// The container, running or not, with its anonymous volumes.
    public static RemoveOptions withEverything() {
        return new RemoveOptions(true, true, false);
    }
}
