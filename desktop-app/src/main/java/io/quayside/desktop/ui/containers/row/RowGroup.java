package io.quayside.desktop.ui.containers.row;

import java.util.List;
import java.util.Optional;

/// A part of the list: a project with its containers, or the whole list when it isn't grouped.
///
/// @param head empty when the list isn't grouped
/// @param rows containers in order, each followed by its problem
public record RowGroup(Optional<ProjectRow> head, List<RowItem> rows) {
    public RowGroup {
        rows = List.copyOf(rows);
    }
}
