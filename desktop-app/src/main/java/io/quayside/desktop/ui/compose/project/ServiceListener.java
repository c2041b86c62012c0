package io.quayside.desktop.ui.compose.project;

import javafx.scene.control.ContextMenu;

/// What the services' rows ask of the page.
interface ServiceListener {
    /// Its container's page.
    void open(ServiceLine line);

    void logs(ServiceLine line);

    /// Brings it up, with what it depends on.
    void up(ServiceLine line);

    void browse(ServiceLine line);

    ContextMenu menu(ServiceLine line);
}
