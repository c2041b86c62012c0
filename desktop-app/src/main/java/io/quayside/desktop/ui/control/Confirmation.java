package io.quayside.desktop.ui.control;

import java.util.List;
import java.util.Optional;

/// A question before something goes for good.
///
/// @param title "Delete 2 containers?"
/// @param text what happens, and what stays
/// @param lines exactly what goes
/// @param actLabel the button that does it: "Delete 2 containers"
/// @param typedName what has to be typed first, for data that can't be recreated
public record Confirmation(String title, String text, List<Line> lines, String actLabel, Optional<String> typedName) {
    /// One thing that goes.
    ///
    /// @param name its name
    /// @param detail its size or state: "24 MB", "running"
    public record Line(String name, String detail) {}

    public Confirmation {
        lines = List.copyOf(lines);
    }
}
