package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Pos;

/// The table of builds. Its order is the view model's, never its own.
public final class BuildsTable {
    private static final double ROW = 40;

    private final BuildsViewModel model;
    private final BuildListener listener;
    private final ListTable<BuildRow, BuildLine, BuildSort> table;

    public BuildsTable(BuildsViewModel model, BuildListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new ListTable<>(
                "builds-table",
                "Builds",
                ROW,
                model.rows(),
                model.selection(),
                new ListTable.Look<>(
                        line -> "the build of " + line.title(),
                        BuildsTable::sentence,
                        line -> line.deletingIn().isPresent()),
                listener);
        columns();
    }

    public ListTable<BuildRow, BuildLine, BuildSort> table() {
        return table;
    }

    private void columns() {
        table.column("name", "Name", 0, () -> new BuildNameCell(model, listener), Optional.of(BuildSort.NAME));
        table.column(
                "result",
                "Result",
                238,
                () -> new BuildTextCell(
                        BuildLine::result, line -> Optional.of(line.detail()), BuildLine::detail, Pos.CENTER_LEFT),
                Optional.of(BuildSort.RESULT));
        table.column(
                        "time",
                        "Time",
                        96,
                        () -> new BuildTextCell(
                                BuildLine::time, line -> Optional.empty(), line -> "", Pos.CENTER_RIGHT),
                        Optional.of(BuildSort.TIME))
                .getStyleClass()
                .add("right-column");
        table.column(
                        "cached",
                        "Cached",
                        88,
                        () -> new BuildTextCell(
                                BuildLine::cached,
                                line -> Optional.empty(),
                                line -> "Steps taken from the build cache",
                                Pos.CENTER_RIGHT,
                                StyleClasses.MUTED),
                        Optional.of(BuildSort.CACHED))
                .getStyleClass()
                .add("right-column");
        table.column(
                        "when",
                        "When",
                        96,
                        () -> new BuildTextCell(
                                BuildLine::when,
                                line -> Optional.empty(),
                                line -> "Begun " + Times.full(line.build().begun()),
                                Pos.CENTER_LEFT,
                                StyleClasses.MUTED),
                        Optional.of(BuildSort.WHEN))
                .getStyleClass()
                .add("when-column");
        table.column("actions", "", 112, () -> new BuildActionsCell(model, listener), Optional.empty());
    }

    private static String sentence(BuildLine line) {
        return line.title() + ", folder " + line.folder() + ", " + line.result() + ", " + Times.spoken(line.time())
                + ", " + line.cached() + " steps cached, " + Times.spoken(line.when())
                + line.deletingIn()
                        .map(left -> ", deleting in " + left + " seconds")
                        .orElse("");
    }
}
