package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildOutcome;
import io.quayside.desktop.ui.list.ListSegment;

/// Which builds the list shows.
public enum BuildSegment implements ListSegment {
    ALL("All", "No build is kept."),
    BUILT("Built", "No build gave an image yet."),
    FAILED("Failed", "No build failed."),
    CANCELLED("Cancelled", "No build was cancelled.");

    private final String title;
    private final String none;

    BuildSegment(String title, String none) {
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

    boolean has(BuildLine line) {
        return switch (this) {
            case ALL -> true;
            case BUILT -> line.build().outcome() == BuildOutcome.BUILT;
            case FAILED ->
                line.build().outcome() == BuildOutcome.FAILED || line.build().outcome() == BuildOutcome.LOST;
            case CANCELLED -> line.build().outcome() == BuildOutcome.CANCELLED;
        };
    }
}
