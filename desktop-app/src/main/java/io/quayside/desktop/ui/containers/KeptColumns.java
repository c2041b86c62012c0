package io.quayside.desktop.ui.containers;

import io.quayside.desktop.settings.TableSettings;
import io.quayside.desktop.ui.containers.table.ColumnChoice;
import java.util.List;
import java.util.Optional;

/// Which columns of a table are on, in the settings.
record KeptColumns(ContainersParts parts, String table) implements ColumnChoice {
    @Override
    public Optional<List<String>> columns() {
        return Optional.ofNullable(parts.settings().get().tables().get(table))
                .map(TableSettings::columns)
                .filter(ids -> !ids.isEmpty());
    }

    @Override
    public void keep(List<String> ids) {
        parts.updateSettings().accept(settings -> {
            TableSettings old = settings.tables().getOrDefault(table, TableSettings.DEFAULT);
            return settings.withTable(table, new TableSettings(ids, old.widths(), old.sortColumn(), old.ascending()));
        });
    }
}
