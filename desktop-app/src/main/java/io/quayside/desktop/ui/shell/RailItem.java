package io.quayside.desktop.ui.shell;

import io.quayside.desktop.ui.theme.Icons;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;

/// The place of a page in the rail.
///
/// @param count shown at the right; negative while unknown
public record RailItem(Icons icon, Part part, Optional<ObservableIntegerValue> count) {
    /// From top to bottom.
    public enum Part {
        /// What containers are made of.
        OBJECTS,
        /// Where they come from and run; below a rule.
        SURROUNDINGS,
        /// At the foot.
        FOOT
    }

    public static RailItem of(Icons icon, Part part) {
        return new RailItem(icon, part, Optional.empty());
    }

    public static RailItem of(Icons icon, Part part, ObservableIntegerValue count) {
        return new RailItem(icon, part, Optional.of(count));
    }
}
