package io.quayside.desktop.lifecycle.tray;

import java.util.List;

/// A running container in the tray's menu.
///
/// @param ports those that open in a browser
public record TrayContainer(String name, List<Port> ports, Runnable stop) {
    /// @param label "localhost:5000"
    public record Port(String label, Runnable open) {}

    public TrayContainer {
        ports = List.copyOf(ports);
    }
}
