package io.quayside.engine.model;

/// How a container is created, apart from what it is.
///
/// @param name its name, or empty to let the engine choose
/// @param platform such as `linux/arm64`, or empty for the engine's own (since API 1.41)
public record CreateOptions(String name, String platform) {

    /// A container with this name.
    public static CreateOptions named(String name) {
        return new CreateOptions(name, "");
    }

    /// A container that the engine names.
    public static CreateOptions unnamed() {
        return new CreateOptions("", "");
    }
}
