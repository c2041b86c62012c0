package io.quayside.desktop.lifecycle.tray;

import java.util.List;

/// One line of the tray's menu.
public sealed interface TrayItem {
    /// Text that does nothing.
    record Note(String text) implements TrayItem {}

    record Action(String text, Runnable run) implements TrayItem {}

    record Menu(String text, List<TrayItem> items) implements TrayItem {
        public Menu {
            items = List.copyOf(items);
        }
    }

    record Rule() implements TrayItem {}
}
