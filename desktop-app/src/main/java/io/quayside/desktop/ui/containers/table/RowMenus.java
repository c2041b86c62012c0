package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import java.util.List;
import javafx.scene.control.ContextMenu;

/// The menus of rows, made when they open.
public interface RowMenus {
    /// What can be done with these containers.
    ContextMenu of(List<ContainerRow> rows);

    /// What can be done with a project.
    ContextMenu ofProject(ProjectRow project, List<ContainerRow> members);
}
