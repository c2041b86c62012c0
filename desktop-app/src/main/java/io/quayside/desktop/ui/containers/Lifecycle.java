package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.List;

/// Starts and stops containers. FX thread.
public interface Lifecycle {
    /// Starts those of these containers that don't run.
    void start(List<ContainerRow> rows);

    /// Stops those of these containers that run.
    void stop(List<ContainerRow> rows);

    /// Restarts those of these containers that run.
    void restart(List<ContainerRow> rows);
}
