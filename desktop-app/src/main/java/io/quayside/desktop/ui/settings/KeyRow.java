package io.quayside.desktop.ui.settings;

import java.util.List;
import java.util.Optional;

/// One command in the table of keys.
///
/// @param id of the command
/// @param scope "Everywhere" or the page it belongs to
/// @param keys as the settings write them
/// @param changed whether they differ from the default
/// @param conflicts titles of other commands with the same keys
record KeyRow(String id, String title, String scope, Optional<String> keys, boolean changed, List<String> conflicts) {
    KeyRow {
        conflicts = List.copyOf(conflicts);
    }

    boolean isInConflict() {
        return !conflicts.isEmpty();
    }

    /// "Also used by Restart." or empty.
    String conflictText() {
        return conflicts.isEmpty() ? "" : "Also used by " + String.join(", ", conflicts) + ".";
    }
}
