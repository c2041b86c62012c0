package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.ui.list.RowListener;

/// What the list asks of the page.
public interface ProjectListener extends RowListener<ProjectRow> {
    /// Brings it up, or stops what runs.
    void upOrStop(ProjectRow row);
}
