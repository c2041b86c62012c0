package io.quayside.desktop.ui.shell;

import java.util.Optional;
import java.util.function.Function;

/// A page that the frame can show. It is created when it is first shown.
///
/// @param name the first part of its address
/// @param title as the palette and the rail name it
/// @param rail its place in the rail, if it has one
/// @param railName the page whose rail item is marked while this one shows: `containers` for `container/web/logs`
/// @param framed whether rail, top bar and status bar are around it; first run has none
/// @param factory makes it, on the FX thread
public record PageEntry(
        String name,
        String title,
        Optional<RailItem> rail,
        String railName,
        boolean framed,
        Function<ShellContext, Page> factory) {

    /// A page with an item in the rail.
    public static PageEntry inRail(String name, String title, RailItem item, Function<ShellContext, Page> factory) {
        return new PageEntry(name, title, Optional.of(item), name, true, factory);
    }

    /// A page that is reached from another one, which stays marked in the rail.
    public static PageEntry under(String railName, String name, String title, Function<ShellContext, Page> factory) {
        return new PageEntry(name, title, Optional.empty(), railName, true, factory);
    }

    /// A page that fills the window.
    public static PageEntry bare(String name, String title, Function<ShellContext, Page> factory) {
        return new PageEntry(name, title, Optional.empty(), name, false, factory);
    }
}
