package io.quayside.desktop.ui.settings;

/// Words that stand both on the page and in the search.
final class SettingsText {
    static final String TRAY = "Keep Quayside in the tray";

    static final String LOGIN = "Start Quayside when I log in";

    private SettingsText() {}
}
