package io.quayside.desktop.lifecycle.tray;

import java.util.List;

/// Quayside's sign in the tray. Any thread.
public interface TrayIcon extends AutoCloseable {
    /// Shows this menu from now on. Actions run on the FX thread.
    void setMenu(String tooltip, List<TrayItem> items);

    /// A note of the desktop's own, for what happens while the window has no focus.
    void notify(String title, String text);

    @Override
    void close();
}
