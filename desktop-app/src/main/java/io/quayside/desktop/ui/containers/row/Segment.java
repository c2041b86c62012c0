package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;

/// Which containers the list shows.
public enum Segment {
    ALL("All"),
    RUNNING("Running"),
    STOPPED("Stopped"),
    PROBLEMS("Problems");

    private final String title;

    Segment(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Whether a container belongs here.
    ///
    /// @param problem whether a problem of it is shown
    public boolean has(Container container, boolean problem) {
        return switch (this) {
            case ALL -> true;
            case RUNNING -> container.isUp();
            case STOPPED -> !container.isUp();
            case PROBLEMS -> problem || container.hasProblem();
        };
    }
}
