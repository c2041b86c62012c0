package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.theme.Icons;
import java.util.List;

/// All settings, each with the page it is on.
public final class SettingSource implements PaletteSource {
    private final List<PaletteEntry> entries;

    public SettingSource(List<SettingLink> links, Navigator navigator) {
        entries = links.stream().map(link -> entry(link, navigator)).toList();
    }

    private static PaletteEntry entry(SettingLink link, Navigator navigator) {
        return new PaletteEntry(
                "setting:" + link.address() + ":" + link.title(),
                link.title(),
                "Settings, " + link.page(),
                link.keywords(),
                () -> Icons.SETTINGS.node(),
                () -> List.of(PaletteAction.of(
                        "Open",
                        "Open " + link.page() + " settings",
                        () -> Icons.SETTINGS.node(),
                        () -> navigator.go(Location.parse(link.address())))));
    }

    @Override
    public PaletteScope scope() {
        return PaletteScope.SETTINGS;
    }

    @Override
    public String group() {
        return "Settings";
    }

    @Override
    public List<PaletteEntry> entries() {
        return entries;
    }
}
