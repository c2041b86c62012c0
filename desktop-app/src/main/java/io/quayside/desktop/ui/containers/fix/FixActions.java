package io.quayside.desktop.ui.containers.fix;

/// What the buttons of a problem do. FX thread.
public interface FixActions {
    /// Makes the container again with another host port in the place of one that is taken.
    void usePort(String containerId, int taken, int free);

    /// Gives the container more memory, then starts it.
    void raiseLimit(String containerId, long bytes);

    void rename(String containerId, String name);

    /// Deletes another container after a question, then tries again what its name was in the way of.
    void deleteThen(String otherId, Runnable again);

    void openLogs(String containerId);

    /// Opens the form that changes the container.
    void edit(String containerId);

    /// Asks, pulls its image as the engine's machine needs it, and makes the container again on it.
    void updateImage(String containerId);
}
