package io.quayside.desktop.ui.shell.palette;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Something that can be done with a hit.
///
/// @param label short, for the right end of the hit's own row: "Open logs"
/// @param title in full, for a row of its own: "Open a terminal in redis"
/// @param detail one muted line behind the title: "/bin/sh", or nothing
/// @param graphic makes its 16 px icon, on the FX thread
/// @param commandId the command whose shortcut is shown with it
/// @param disabledReason why it can't be done now; it is shown all the same
/// @param run does it, on the FX thread, after the palette has closed
public record PaletteAction(
        String label,
        String title,
        String detail,
        Supplier<? extends Node> graphic,
        Optional<String> commandId,
        Optional<String> disabledReason,
        Runnable run) {

    /// An action without detail and shortcut that is always possible.
    public static PaletteAction of(String label, String title, Supplier<? extends Node> graphic, Runnable run) {
        return new PaletteAction(label, title, "", graphic, Optional.empty(), Optional.empty(), run);
    }

    /// The same action with the shortcut of the command that does it too.
    public PaletteAction withCommand(String id) {
        return new PaletteAction(label, title, detail, graphic, Optional.of(id), disabledReason, run);
    }
}
