package io.quayside.desktop.ui.containers.table;

import java.util.List;
import java.util.Optional;

/// Which columns the user wants.
public interface ColumnChoice {
    /// A column that can be on or off.
    record Option(String id, String title, boolean on) {}

    /// The ids of those that are on; empty for the table's own choice.
    Optional<List<String>> columns();

    /// Keeps the ids of those that are on.
    void keep(List<String> ids);
}
