package io.quayside.engine.model;

/// Which images a list has (`GET /images/json`).
///
/// @param all also intermediate layers
/// @param sharedSize also measure what images share, which is slow (since API 1.42)
/// @param filters further conditions: `dangling`, `label`, `reference`, `before`, `since`
public record ImageFilter(boolean all, boolean sharedSize, Filters filters) {

    /// All images that have a name or no child.
    public static ImageFilter everything() {
        return new ImageFilter(false, false, Filters.none());
    }

    /// Only those that match one more of the engine's filters.
    public ImageFilter with(String name, String value) {
        return new ImageFilter(all, sharedSize, filters.with(name, value));
    }
}
