package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.list.ListSegment;

/// Which containers the list shows.
public enum Segment implements ListSegment {
    ALL("All", "There are no containers."),
    RUNNING("Running", "No container is running."),
    STOPPED("Stopped", "No container is stopped."),
    PROBLEMS("Problems", "No container has a problem.");

    private final String title;
    private final String none;

    Segment(String title, String none) {
        this.title = title;
        this.none = none;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String none() {
        return none;
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
