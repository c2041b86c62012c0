package io.quayside.desktop.ui.images.pull;

import io.quayside.engine.model.PullProgress.Phase;

/// One layer of an image that is pulled.
///
/// @param current bytes done in this phase, 0 if unknown
/// @param total bytes to do in this phase, 0 if unknown
/// @param size bytes to download in all, 0 until the download has begun
public record PullLayer(String id, Phase phase, long current, long total, long size) {

    /// Bytes that were downloaded.
    long downloaded() {
        return switch (phase) {
            case WAITING, EXISTED, MESSAGE -> 0;
            case DOWNLOADING -> current;
            case VERIFYING, DOWNLOADED, EXTRACTING, COMPLETE -> size;
        };
    }

    /// Whether the engine has it in full.
    boolean isDone() {
        return phase == Phase.COMPLETE || phase == Phase.EXISTED;
    }

    /// Whether its size will be known, but isn't yet.
    boolean isUnmeasured() {
        return size == 0 && (phase == Phase.WAITING || phase == Phase.DOWNLOADING);
    }
}
