package io.quayside.desktop.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// A question before something goes for good.
///
/// @param title "Delete 2 containers?"
/// @param text what happens, and what stays
/// @param lines exactly what goes
/// @param actLabel the button that does it: "Delete 2 containers"
/// @param typedName what has to be typed first, for data that can't be recreated
/// @param later the same question once more is known, such as sizes; changes on the FX thread
public record Confirmation(
        String title,
        String text,
        List<Line> lines,
        String actLabel,
        Optional<String> typedName,
        Optional<ObservableValue<Confirmation>> later) {
    /// One thing that goes.
    ///
    /// @param name its name
    /// @param detail its size or state: "24 MB", "running"
    public record Line(String name, String detail) {}

    /// A question that stays as it is.
    public Confirmation(String title, String text, List<Line> lines, String actLabel, Optional<String> typedName) {
        this(title, text, lines, actLabel, typedName, Optional.empty());
    }

    /// The same question, which will say more when `more` does.
    public Confirmation withLater(ObservableValue<Confirmation> more) {
        return new Confirmation(title, text, lines, actLabel, typedName, Optional.of(more));
    }

    public Confirmation {
        lines = List.copyOf(lines);
    }
}
