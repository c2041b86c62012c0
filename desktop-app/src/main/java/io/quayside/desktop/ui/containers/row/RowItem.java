package io.quayside.desktop.ui.containers.row;

/// What a row of the table shows. The same object stays for the same thing, so that selection, expansion and scroll
/// survive every update.
public sealed interface RowItem permits ProjectRow, ContainerRow, ProblemRow {
    /// Stable and unique among all rows.
    String key();
}
