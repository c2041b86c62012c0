package io.quayside.desktop.ui.shell.palette;

import java.util.List;

/// One setting that the palette can find.
///
/// @param title "Theme"
/// @param page "Appearance", for the muted text
/// @param address where it is: `settings/appearance`
/// @param keywords other words for it: "dark", "light"
public record SettingLink(String title, String page, String address, List<String> keywords) {
    public SettingLink {
        keywords = List.copyOf(keywords);
    }
}
