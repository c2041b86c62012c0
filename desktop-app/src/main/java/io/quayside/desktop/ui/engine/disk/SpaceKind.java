package io.quayside.desktop.ui.engine.disk;

/// What takes space on an engine's disk, in the order in which it is shown.
enum SpaceKind {
    IMAGES("Images", "images"),
    CACHE("Build cache", "cache"),
    VOLUMES("Volumes", "volumes"),
    CONTAINERS("Containers", "containers"),
    /// What the engine keeps of containers' output. In pictures it belongs to the containers.
    LOGS("Container logs", "containers"),
    /// What is used on a machine's disk and in none of the engine's lists.
    SYSTEM("System", "system"),
    /// What the file on this computer takes beyond what is used in it.
    HELD("Held by the file", "held"),
    /// Rows of several kinds in one.
    SEVERAL("", "several");

    private final String title;
    private final String style;

    SpaceKind(String title, String style) {
        this.title = title;
        this.style = style;
    }

    String title() {
        return title;
    }

    /// The style class that has its colour.
    String style() {
        return style;
    }
}
