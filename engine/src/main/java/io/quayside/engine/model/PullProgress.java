package io.quayside.engine.model;

/// One step of a pull. Lines about one layer share its id, so that the last line of each is the state of the pull.
///
/// @param layer the layer's short id, empty for lines about the whole image
/// @param phase what is being done
/// @param current bytes done in this phase, 0 if unknown
/// @param total bytes to do in this phase, 0 if unknown
/// @param text the engine's words, such as `Downloading` or `Status: Image is up to date for redis:7`
public record PullProgress(String layer, Phase phase, long current, long total, String text) {

    /// What is done with a layer.
    public enum Phase {
        /// It waits for its turn.
        WAITING,
        /// It is being fetched.
        DOWNLOADING,
        /// Its digest is being checked.
        VERIFYING,
        /// It is here, not yet unpacked.
        DOWNLOADED,
        /// It is being unpacked.
        EXTRACTING,
        /// It is here and unpacked.
        COMPLETE,
        /// It was here before.
        EXISTED,
        /// The line isn't about a layer's state.
        MESSAGE
    }
}
