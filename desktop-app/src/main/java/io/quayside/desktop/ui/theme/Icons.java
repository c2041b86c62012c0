package io.quayside.desktop.ui.theme;

import org.kordamp.ikonli.javafx.FontIcon;

/// Every icon of the window. Feather where it has one, Material's outlined set for the rest.
public enum Icons {
    CONTAINERS("fth-box"),
    IMAGES("fth-layers"),
    VOLUMES("fth-database"),
    NETWORKS("fth-share-2"),
    COMPOSE("mdoal-account_tree"),
    BUILDS("mdoal-gavel"),
    REGISTRIES("fth-cloud"),
    ENGINE("fth-cpu"),
    SETTINGS("fth-sliders"),

    LOGS("fth-list"),
    TERMINAL("fth-terminal"),
    FILES("fth-folder"),
    INSPECT("fth-code"),
    STATS("fth-activity"),
    PROCESSES("fth-list"),
    MOUNTS("fth-link"),
    PEEK("mdoal-call_to_action"),
    TASKS("mdoal-fact_check"),

    START("fth-play"),
    STOP("fth-square"),
    RESTART("fth-rotate-cw"),
    PAUSE("fth-pause"),
    DELETE("fth-trash-2"),
    RENAME("fth-edit-2"),
    MORE("fth-more-horizontal"),
    OPEN("fth-external-link"),
    BROWSER("fth-globe"),
    COPY("fth-copy"),
    PULL("fth-download"),
    PUSH("fth-upload"),
    ADD("fth-plus"),
    REMOVE("fth-minus"),
    CLOSE("fth-x"),
    CHECK("fth-check"),
    SEARCH("fth-search"),
    FILTER("fth-filter"),
    COLUMNS("fth-sliders"),
    SPLIT("fth-columns"),
    GROUP("fth-folder"),
    REFRESH("fth-refresh-cw"),
    UNDO("fth-corner-up-left"),
    ENTER("fth-corner-down-left"),
    POWER("fth-power"),

    BACK("fth-arrow-left"),
    FORWARD("fth-arrow-right"),
    UP("fth-arrow-up"),
    DOWN("fth-arrow-down"),
    CHEVRON_DOWN("fth-chevron-down"),
    CHEVRON_RIGHT("fth-chevron-right"),
    CHEVRON_UP("fth-chevron-up"),
    CHEVRON_LEFT("fth-chevron-left"),

    INFO("fth-info"),
    WARNING("fth-alert-triangle"),
    ERROR("fth-alert-octagon"),
    HELP("fth-help-circle"),
    CLOCK("fth-clock"),
    LOCK("fth-lock"),
    SHOW("fth-eye"),
    HIDE("fth-eye-off"),
    KEYBOARD("mdoal-keyboard"),
    APPEARANCE("fth-sun"),
    COMPUTER("fth-monitor"),
    SERVER("fth-server"),
    DISK("fth-hard-drive"),
    FILE("fth-file"),
    PORTS("mdomz-power");

    /// The size beside 13 px text.
    public static final int REGULAR = 16;
    /// The size in toolbars and small buttons.
    public static final int SMALL = 14;

    private final String literal;

    Icons(String literal) {
        this.literal = literal;
    }

    /// Reads the icon fonts, so that the first nodes come at once. Any thread.
    public static void load() {
        CONTAINERS.node();
        PEEK.node();
    }

    /// The name the icon fonts know it by.
    public String literal() {
        return literal;
    }

    /// A new 16 px node in the colour of its surroundings.
    public FontIcon node() {
        return node(REGULAR);
    }

    /// A new node; `size` is in pixels at a text size of 100 % and grows with it. It is decoration for screen readers:
    /// the control around it carries the text.
    public FontIcon node(int size) {
        FontIcon icon = new FontIcon(literal);
        icon.setIconSize(size);
        icon.getStyleClass().add("icon-" + size);
        return icon;
    }
}
