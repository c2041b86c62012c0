package io.quayside.desktop.ui.networks.ports;

/// Which ports the map shows.
enum PortSegment {
    ALL("All"),
    CONFLICTS("Conflicts"),
    SILENT("Not answering"),
    OPEN("Open to the network");

    private final String title;

    PortSegment(String title) {
        this.title = title;
    }

    String title() {
        return title;
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
