package io.quayside.engine.volume;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An archive that isn't taken into a volume. Nothing was written when this is thrown, but for [Reason#HALF_DONE].
public final class VolumeArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    /// Why.
    public enum Reason {
        /// It can't be read to its end: cut off, changed, or no archive.
        DAMAGED,
        /// It isn't the file that its checksum was made of.
        CHECKSUM,
        /// It holds something that doesn't belong into a volume, such as a path that leads out of it.
        HOSTILE,
        /// The volume has files already.
        NOT_EMPTY,
        /// Filling the volume broke off, and what was copied until then couldn't be taken out of it.
        HALF_DONE
    }

    private final Reason reason;

    VolumeArchiveException(Reason reason, String why) {
        this(reason, why, null);
    }

    VolumeArchiveException(Reason reason, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
