package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.Confirmation;
import java.util.List;
import javafx.scene.control.ContextMenu;

/// What rows, menus and commands ask of the page. FX thread.
public interface NetworkListener {
    /// Shows who is in a network, beside the list.
    void open(NetworkRow row);

    /// Opens the form that puts a container into a network.
    void connect(NetworkRow row);

    /// What can be done with these rows.
    ContextMenu menu(List<NetworkRow> rows);

    /// Shows the page of a container.
    void show(String container);

    /// Puts a text on the clipboard.
    void copy(String text);

    /// Asks before something goes for good.
    void ask(Confirmation question, Runnable act);
}
