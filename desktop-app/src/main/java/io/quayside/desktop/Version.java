package io.quayside.desktop;

import java.util.Objects;

/// The version of this build, from the manifest of its jar.
public final class Version {
    private Version() {}

    /// Such as "0.1.0"; "development" when the classes don't come from a jar.
    public static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
