package io.quayside.desktop.ui.shell.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/// One thing the palette can find.
///
/// @param id stable across sessions, such as `container:view-count-redis-1`; recent items are kept under it
/// @param title what is matched first and highlighted: "redis"
/// @param detail one muted line behind it: "view-count, running 2 h 14 min"
/// @param keywords more text that finds it but isn't shown: image, full name, ports
/// @param graphic makes its 16 px icon or state glyph; on the FX thread, only for rows that are painted
/// @param actions what can be done with it, the default first; on the FX thread, only when they are shown or run
public record PaletteEntry(
        String id,
        String title,
        String detail,
        List<String> keywords,
        Supplier<? extends Node> graphic,
        Supplier<List<PaletteAction>> actions) {
    public PaletteEntry {
        keywords = List.copyOf(keywords);
    }
}
