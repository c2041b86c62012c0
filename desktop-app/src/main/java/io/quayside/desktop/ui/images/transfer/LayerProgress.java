package io.quayside.desktop.ui.images.transfer;

/// One layer of an image that is on its way.
///
/// @param current bytes done in this phase, 0 if unknown
/// @param total bytes to do in this phase, 0 if unknown
/// @param size bytes to move in all, 0 until that has begun
public record LayerProgress(String id, Phase phase, long current, long total, long size) {

    /// What is done with a layer.
    public enum Phase {
        /// It waits for its turn.
        WAITING,
        /// It is downloaded or sent.
        MOVING,
        /// The connection broke; the engine waits before it tries again.
        RETRYING,
        /// Its digest is being checked.
        CHECKING,
        /// It is here, not yet unpacked.
        ARRIVED,
        /// It is being unpacked.
        UNPACKING,
        /// It arrived, in full.
        DONE,
        /// It was where it is wanted before.
        EXISTED
    }

    /// Bytes that were moved.
    long moved() {
        return switch (phase) {
            case WAITING, EXISTED -> 0;
            // Headers of the archive come on top of what the engine calls the size.
            case MOVING, RETRYING -> size > 0 ? Math.min(current, size) : current;
            case CHECKING, ARRIVED, UNPACKING, DONE -> size;
        };
    }

    /// Whether it is in full where it is wanted.
    boolean isDone() {
        return phase == Phase.DONE || phase == Phase.EXISTED;
    }

    /// Whether its size will be known, but isn't yet.
    boolean isUnmeasured() {
        return size == 0 && (phase == Phase.WAITING || phase == Phase.MOVING || phase == Phase.RETRYING);
    }
}
