package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.ui.list.ListRow;

/// One project in the list, known by its name.
public final class ProjectRow extends ListRow<ProjectLine> {
    ProjectRow(ProjectLine line) {
        super(line.project().name(), line);
    }
}
