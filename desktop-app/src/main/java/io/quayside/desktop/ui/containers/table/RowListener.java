package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.List;
import java.util.Optional;

/// What the table's cells ask for. FX thread.
public interface RowListener {
    /// The name was clicked.
    void open(ContainerRow row);

    void start(List<ContainerRow> rows);

    void stop(List<ContainerRow> rows);

    void restart(List<ContainerRow> rows);

    void undoDelete(ContainerRow row);

    void rename(ContainerRow row, String name);

    void openInBrowser(String address);

    void copy(String text);

    void dismissProblem(String containerId);

    /// The keyboard moved on to this row, or to none that is a container.
    void current(Optional<String> id);
}
