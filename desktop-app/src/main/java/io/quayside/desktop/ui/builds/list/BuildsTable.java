package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.HeaderCheck;
import io.quayside.desktop.ui.control.RowTable;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The table of builds. Its order is the view model's, never its own.
public final class BuildsTable {
    private static final double ROW = 40;

    private final BuildsViewModel model;
    private final BuildListener listener;
    private final RowTable<BuildRow, BuildSort> table;
    private final HeaderCheck headerCheck;

    public BuildsTable(BuildsViewModel model, BuildListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new RowTable<>("builds-table", "Builds", ROW, new Ordering(model));
        this.headerCheck = new HeaderCheck(
                "Select all builds",
                model.selection(),
                () -> model.itemsProperty().get().stream().map(BuildRow::id).toList());
        columns();
        TableView<BuildRow> node = table.node();
        node.setFixedCellSize(ROW);
        node.setRowFactory(ignored -> new BuildTableRow());
        node.hoverProperty().subscribe((before, hover) -> model.freezeOrder(hover));
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.setOnContextMenuRequested(this::menu);
        table.onCurrent(row -> model.selection().setCurrent(row.map(BuildRow::id)));
        model.itemsProperty().subscribe(rows -> {
            table.show(rows);
            headerCheck.update();
        });
    }

    public TableView<BuildRow> node() {
        return table.node();
    }

    public Optional<BuildRow> current() {
        return table.current();
    }

    public void select(BuildRow row) {
        table.select(row);
    }

    private void columns() {
        TableColumn<BuildRow, BuildRow> check =
                table.column("check", "", 44, () -> new BuildCheckCell(model.selection()), Optional.empty());
        check.setGraphic(headerCheck.node());
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

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case SPACE -> !event.isShortcutDown() && check();
            case A -> event.isShortcutDown() && all();
            case ENTER -> !event.isShortcutDown() && open();
            case UP, DOWN -> event.isShiftDown() && extend(event.getCode() == KeyCode.DOWN ? 1 : -1);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean check() {
        current().ifPresent(row -> model.selection().toggle(row.id()));
        return true;
    }

    private boolean all() {
        model.selection()
                .setChecked(
                        model.itemsProperty().get().stream().map(BuildRow::id).toList(), true);
        return true;
    }

    private boolean open() {
        current().ifPresent(listener::open);
        return true;
    }

    private boolean extend(int step) {
        checkCurrent();
        if (table.move(step)) {
            checkCurrent();
        }
        return true;
    }

    private void checkCurrent() {
        current().ifPresent(row -> model.selection().setChecked(List.of(row.id()), true));
    }

    /// Opens the menu of the checked rows if the current one is among them, else of the current one.
    private void menu(ContextMenuEvent event) {
        current()
                .ifPresent(row -> listener.menu(
                                model.selection().isChecked(row.id())
                                        ? model.selection().targets()
                                        : List.of(row))
                        .show(node(), event.getScreenX(), event.getScreenY()));
        event.consume();
    }

    private record Ordering(BuildsViewModel model) implements RowTable.Order<BuildSort> {
        @Override
        public BuildSort usual() {
            return BuildSort.WHEN;
        }

        @Override
        public boolean usuallyAscending() {
            return false;
        }

        @Override
        public BuildSort sort() {
            return model.sort();
        }

        @Override
        public boolean ascending() {
            return model.ascending();
        }

        @Override
        public void sortBy(BuildSort key, boolean up) {
            model.sortBy(key, up);
        }
    }
}
