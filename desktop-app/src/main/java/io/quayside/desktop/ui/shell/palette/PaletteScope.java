package io.quayside.desktop.ui.shell.palette;

/// What the palette searches in. Tab walks through them; a first character picks one at once.
public enum PaletteScope {
    EVERYTHING("Everything", ""),
    CONTAINERS("Containers", ""),
    IMAGES("Images", ""),
    VOLUMES("Volumes", ""),
    NETWORKS("Networks", ""),
    PROJECTS("Projects", ""),
    COMMANDS("Commands", ">"),
    PORTS("Ports", ":"),
    SETTINGS("Settings", "#");

    private final String title;
    private final String prefix;

    PaletteScope(String title, String prefix) {
        this.title = title;
        this.prefix = prefix;
    }

    public String title() {
        return title;
    }

    /// The character that picks it, or nothing.
    public String prefix() {
        return prefix;
    }
}
