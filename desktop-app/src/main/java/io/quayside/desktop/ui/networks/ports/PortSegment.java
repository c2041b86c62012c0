package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.list.ListSegment;

/// Which ports the map shows.
enum PortSegment implements ListSegment {
    ALL("All", "No container has or wants a port of this computer."),
    CONFLICTS("Conflicts", "No container wants a port that something else has."),
    SILENT("Not answering", "No port was refused."),
    OPEN("Open to the network", "No port is open to your network.");

    private final String title;
    private final String none;

    PortSegment(String title, String none) {
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

    boolean has(PortEntry entry) {
        return switch (this) {
            case ALL -> true;
            case CONFLICTS -> entry.isConflict();
            case SILENT -> entry.shown().kind() == PortCheck.Kind.REFUSED;
            case OPEN -> !entry.holders().isEmpty() && entry.isOpen();
        };
    }
}
