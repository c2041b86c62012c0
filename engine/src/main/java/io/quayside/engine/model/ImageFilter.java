package io.quayside.engine.model;

/// Which images a list has (`GET /images/json`).
///
/// @param all also intermediate layers
/// @param sharedSize also measure what images share, which is slow (since API 1.42)
/// @param manifests also tell what each image holds for which platform, where the engine keeps more than one (since
///     API 1.47)
/// @param filters further conditions: `dangling`, `label`, `reference`, `before`, `since`
public record ImageFilter(boolean all, boolean sharedSize, boolean manifests, Filters filters) {

    /// All images that have a name or no child.
    public static ImageFilter everything() {
        return new ImageFilter(false, false, false, Filters.none());
    }

    /// Only those that match one more of the engine's filters.
    public ImageFilter with(String name, String value) {
        return new ImageFilter(all, sharedSize, manifests, filters.with(name, value));
    }

    /// Also intermediate layers.
    public ImageFilter withIntermediate() {
        return new ImageFilter(true, sharedSize, manifests, filters);
    }

    /// With what images share.
    public ImageFilter withSharedSize() {
        return new ImageFilter(all, true, manifests, filters);
    }

    /// With what each image holds for which platform.
    public ImageFilter withManifests() {
        return new ImageFilter(all, sharedSize, true, filters);
    }
}
