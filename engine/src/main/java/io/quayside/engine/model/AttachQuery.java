package io.quayside.engine.model;

/// How to connect to a container's main process (`POST /containers/{id}/attach`).
///
/// @param logs first what it wrote before
/// @param stdin connect its input; it must have been created with `OpenStdin`
/// @param stdout connect standard output
/// @param stderr connect standard error
/// @param detachKeys keys that end the connection, empty for the engine's default
public record AttachQuery(boolean logs, boolean stdin, boolean stdout, boolean stderr, String detachKeys) {

    /// Input and output from now on.
    public static AttachQuery interactive() {
        return new AttachQuery(false, true, true, true, "");
    }

    /// Output only, from now on.
    public static AttachQuery output() {
        return new AttachQuery(false, false, true, true, "");
    }
}
