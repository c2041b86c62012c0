package io.quayside.engine.model;

/// Which images a list has (`GET /images/json`).
///
/// @param all also intermediate layers
/// @param sharedSize also measure what images share, which is slow (since API 1.42)
/// @param digests also digests
/// @param filters further conditions: `dangling`, `label`, `reference`, `before`, `since`
public record ImageFilter(boolean all, boolean sharedSize, boolean digests, Filters filters) {

    /// All images that have a name or no child.
    public static ImageFilter everything() {
        return new ImageFilter(false, false, true, Filters.none());
    }

    /// Only those that match one more of the engine's filters.
    public ImageFilter with(String name, String value) {
        return new ImageFilter(all, sharedSize, digests, filters.with(name, value));
    }
}
