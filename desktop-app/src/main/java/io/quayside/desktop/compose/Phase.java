package io.quayside.desktop.compose;

/// What Docker Compose's words about a container mean: which of them belong to one step, and what that is called.
enum Phase {
    RUN,
    HEALTH,
    STOP,
    REMOVE;

    static Phase of(String status) {
        return switch (status) {
            case "Waiting", "Healthy", "Exited", "Unhealthy" -> HEALTH;
            case "Stopping", "Stopped", "Killing", "Killed", "Pausing", "Paused" -> STOP;
            case "Removing", "Removed" -> REMOVE;
            default -> RUN;
        };
    }

    /// @param made whether it was made in this step
    static String text(String status, boolean made) {
        return switch (status) {
            case "Creating" -> "Creating";
            case "Created" -> "Created";
            case "Recreate" -> "Making it anew";
            case "Recreated" -> "Made anew";
            case "Starting" -> made ? "Created, starting" : "Starting";
            case "Started" -> made ? "Created and started" : "Started";
            case "Running" -> "Runs already";
            case "Waiting" -> "Waiting until it is ready";
            case "Healthy" -> "Healthy";
            case "Exited" -> "Ran to its end";
            default -> status;
        };
    }
}
