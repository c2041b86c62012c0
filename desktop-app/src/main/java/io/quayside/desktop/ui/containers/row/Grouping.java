package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import java.util.Optional;

/// By what containers are put together.
public enum Grouping {
    PROJECT("project", "Not in a project"),
    NONE("none", ""),
    IMAGE("image", "");

    private final String title;
    private final String rest;

    Grouping(String title, String rest) {
        this.title = title;
        this.rest = rest;
    }

    /// What the menu calls it.
    public String title() {
        return title;
    }

    /// The title of those that belong to no group.
    String rest() {
        return rest;
    }

    /// The group of a container; empty for those that belong to none.
    Optional<String> of(Container container) {
        return switch (this) {
            case PROJECT -> container.project();
            case NONE -> Optional.empty();
            case IMAGE -> Optional.of(container.image());
        };
    }
}
