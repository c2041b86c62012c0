package io.quayside.desktop.ui.theme;

/// The style classes of `quayside.css`. AtlantaFX's own are in its `Styles`.
public final class StyleClasses {
    // Theme and density, on the root of every scene.
    public static final String DARK = "dark";
    public static final String COMPACT = "compact";

    // Type. On labels only: the sizes are relative to the surrounding one.
    public static final String CAPTION = "qs-caption";
    public static final String META = "qs-meta";
    public static final String MUTED = "qs-muted";
    public static final String MEDIUM = "qs-medium";
    public static final String STRONG = "qs-strong";
    public static final String SECTION_TITLE = "qs-section-title";
    public static final String PAGE_TITLE = "qs-page-title";
    public static final String FIRST_RUN_TITLE = "qs-first-run-title";
    public static final String MONO = "qs-mono";
    public static final String MONO_CAPTION = "qs-mono-caption";
    public static final String LINK = "qs-link";
    public static final String TEXT_SUCCESS = "qs-text-success";
    public static final String TEXT_WARNING = "qs-text-warning";
    public static final String TEXT_DANGER = "qs-text-danger";

    // Shell.
    public static final String RAIL = "qs-rail";
    public static final String RAIL_COLLAPSED = "qs-rail-collapsed";
    public static final String RAIL_ITEM = "qs-rail-item";
    public static final String BRAND = "qs-brand";
    public static final String TOP_BAR = "qs-top-bar";
    public static final String STATUS_BAR = "qs-status-bar";
    public static final String STATUS_SEGMENT = "qs-status-segment";
    public static final String POPOVER = "qs-popover";
    public static final String PALETTE = "qs-palette";
    public static final String NOTIFICATION = "qs-notification";

    // Pages.
    public static final String PAGE = "qs-page";
    public static final String PAGE_HEAD = "qs-page-head";
    public static final String BAR = "qs-bar";
    public static final String LIST = "qs-list";
    public static final String CHECK_COLUMN = "check-column";
    public static final String BULK_BAR = "qs-bulk-bar";
    public static final String PANEL = "qs-panel";
    public static final String PANEL_HEAD = "qs-panel-head";
    public static final String FOOTER = "qs-footer";
    public static final String CARD = "qs-card";
    public static final String RULE = "qs-rule";
    public static final String SIDE_NAV = "qs-side-nav";
    public static final String NAV_ITEM = "qs-nav-item";
    public static final String FIRST_RUN = "qs-first-run";
    public static final String TERMINAL_AREA = "qs-terminal-area";
    public static final String LOG = "qs-log";

    // Controls.
    public static final String PRIMARY = "qs-primary";
    public static final String DANGER = "qs-danger";
    public static final String DANGER_PRIMARY = "qs-danger-primary";
    public static final String GHOST = "qs-ghost";
    public static final String SMALL = "qs-small";
    public static final String ICON_BUTTON = "qs-icon-button";
    public static final String SEGMENTS = "qs-segments";
    public static final String SEARCH_FIELD = "qs-search-field";
    public static final String CHIP = "qs-chip";
    public static final String CHIP_ACCENT = "qs-chip-accent";
    public static final String CHIP_SUCCESS = "qs-chip-success";
    public static final String CHIP_WARNING = "qs-chip-warning";
    public static final String CHIP_DANGER = "qs-chip-danger";
    public static final String KBD = "qs-kbd";
    public static final String SPARKLINE = "qs-sparkline";
    public static final String METER = "qs-meter";
    public static final String SPINNER = "qs-spinner";
    public static final String PROBLEM = "qs-problem";
    public static final String EMPTY_STATE = "qs-empty-state";
    public static final String CONFIRM = "qs-confirm";
    public static final String STATE_GLYPH = "qs-state-glyph";

    // Tables.
    public static final String PROJECT_ROW = "qs-project-row";
    public static final String PROBLEM_ROW = "qs-problem-row";
    public static final String CELL_ACTIONS = "qs-cell-actions";

    private StyleClasses() {}
}
