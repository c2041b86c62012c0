package io.quayside.engine.model;

/// One step of a push. Lines about one layer share its id, so that the last line of each is the state of the push.
///
/// @param layer the layer's short id, empty for lines about the whole image
/// @param phase what is being done
/// @param current bytes done, 0 if unknown
/// @param total bytes to do, 0 if unknown
/// @param text the engine's words
/// @param digest what the registry knows the image by now, in the last line; else empty
public record PushProgress(String layer, Phase phase, long current, long total, String text, String digest) {

    /// What is done with a layer.
    public enum Phase {
        /// It is being packed or waits for its turn.
        WAITING,
        /// It is being sent.
        PUSHING,
        /// It has arrived.
        PUSHED,
        /// The registry had it.
        EXISTED,
        /// The line isn't about a layer's state.
        MESSAGE
    }
}
