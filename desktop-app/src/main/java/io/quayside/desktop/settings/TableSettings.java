package io.quayside.desktop.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one table is laid out.
///
/// @param columns the ids of the columns shown, in order; empty for the table's own choice
/// @param widths pixels by column id, where the user changed them
/// @param sortColumn the id of the column that sorts
public record TableSettings(
        List<String> columns, Map<String, Double> widths, Optional<String> sortColumn, boolean ascending) {
    public static final TableSettings DEFAULT = new TableSettings(List.of(), Map.of(), Optional.empty(), true);

    public TableSettings {
        columns = List.copyOf(columns);
        widths = Map.copyOf(widths);
    }
}
