package io.quayside.desktop.ui.networks.ports;

/// What rows of the port map ask of the page. FX thread.
interface PortListener {
    /// Shows the page of a container.
    void show(String container);

    /// Opens the form that changes a container.
    void edit(String container);

    /// Gives a container another port.
    void useOther(PortClaim claim);

    void browse(String address);

    /// Puts a text on the clipboard.
    void copy(String text);
}
