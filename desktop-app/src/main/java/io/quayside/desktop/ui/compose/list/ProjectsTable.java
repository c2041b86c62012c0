package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;

/// The list of projects: how each stands, where its file is, when it was last brought up. FX thread.
public final class ProjectsTable {
    private static final double ROW = 40;

    private ProjectsTable() {}

    public static ListTable<ProjectRow, ProjectLine, ProjectSort> of(
            ProjectsViewModel model, ProjectListener listener) {
        ListTable<ProjectRow, ProjectLine, ProjectSort> table = new ListTable<>(
                "compose-table",
                "Projects",
                ROW,
                model.rows(),
                model.selection(),
                new ListTable.Look<>(ProjectLine::title, ProjectsTable::sentence, line -> false),
                listener);
        table.column("name", "Name", 220, () -> new ProjectNameCell(listener), Optional.of(ProjectSort.NAME));
        table.column(
                "status",
                "Status",
                150,
                () -> new ProjectTextCell(ProjectLine::status),
                Optional.of(ProjectSort.STATUS));
        table.column(
                "path",
                "Path",
                0,
                () -> new ProjectTextCell(ProjectLine::path, StyleClasses.MONO_CAPTION),
                Optional.of(ProjectSort.PATH));
        table.column(
                "last-up",
                "Last up",
                120,
                () -> new ProjectTextCell(ProjectLine::lastUp),
                Optional.of(ProjectSort.LAST_UP));
        table.column("actions", "", 96, () -> new ProjectActionsCell(listener), Optional.empty());
        return table;
    }

    private static String sentence(ProjectLine line) {
        return "Project " + line.title() + ", " + line.status() + ", file " + line.path() + ", last up "
                + line.lastUp();
    }
}
