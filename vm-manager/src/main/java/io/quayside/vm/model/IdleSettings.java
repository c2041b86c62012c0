package io.quayside.vm.model;

/// What a machine does while none of its containers run.
///
/// @param pauseAfterMinutes its processors stop after so many minutes without a running container and an
/// open request; 0
///     for never
/// @param giveMemoryBack memory that only holds copies of files goes back to the host
public record IdleSettings(int pauseAfterMinutes, boolean giveMemoryBack) {
    /// Nobody is surprised by a machine that sleeps, unless he asked for it.
    public static final IdleSettings USUAL = new IdleSettings(0, true);

    public IdleSettings {
        if (pauseAfterMinutes < 0 || pauseAfterMinutes > 24 * 60) {
            throw new IllegalArgumentException("minutes: " + pauseAfterMinutes);
        }
    }

    public boolean pauses() {
        return pauseAfterMinutes > 0;
    }
}
