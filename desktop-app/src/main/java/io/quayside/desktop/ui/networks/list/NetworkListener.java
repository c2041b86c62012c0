package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.list.RowListener;

/// What rows, menus and commands ask of the page. FX thread.
public interface NetworkListener extends RowListener<NetworkRow> {
    /// Opens the form that puts a container into a network.
    void connect(NetworkRow row);

    /// Shows the page of a container.
    void show(String container);

    /// Puts a text on the clipboard.
    void copy(String text);

    /// Asks before something goes for good.
    void ask(Confirmation question, Runnable act);
}
