package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.HeaderCheck;
import io.quayside.desktop.ui.control.RowTable;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The table of volumes. Its order is the view model's, never its own.
public final class VolumesTable {
    private static final double ROW = 40;

    private final VolumesViewModel model;
    private final VolumeListener listener;
    private final RowTable<VolumeRow, VolumeSort> table;
    private final HeaderCheck headerCheck;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private TableColumn<VolumeRow, VolumeRow> project = new TableColumn<>();
    private TableColumn<VolumeRow, VolumeRow> driver = new TableColumn<>();

    public VolumesTable(VolumesViewModel model, VolumeListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new RowTable<>("volumes-table", "Volumes", ROW, new Ordering(model));
        this.headerCheck = new HeaderCheck(
                "Select all volumes",
                model.selection(),
                () -> model.itemsProperty().get().stream().map(VolumeRow::name).toList());
        columns();
        TableView<VolumeRow> node = table.node();
        node.setFixedCellSize(ROW);
        node.setRowFactory(ignored -> new VolumeTableRow());
        node.hoverProperty().subscribe((before, hover) -> model.freezeOrder(hover));
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.setOnContextMenuRequested(this::menu);
        table.onCurrent(row -> model.selection().setCurrent(row.map(VolumeRow::name)));
        model.itemsProperty().subscribe(rows -> {
            table.show(rows);
            headerCheck.update();
        });
        model.selection().currentProperty().subscribe((before, now) -> follow(now));
    }

    private void follow(Optional<String> name) {
        name.flatMap(model::row)
                .filter(row -> !table.current().equals(Optional.of(row)))
                .ifPresent(table::select);
    }

    public TableView<VolumeRow> node() {
        return table.node();
    }

    public Optional<VolumeRow> current() {
        return table.current();
    }

    public void select(VolumeRow row) {
        table.select(row);
    }

    /// With a panel beside it there is no room for what stands below the name too.
    public void narrow(boolean now) {
        narrow.set(now);
        for (TableColumn<VolumeRow, ?> column : List.of(project, driver)) {
            column.setVisible(!now);
        }
        table.fit();
    }

    private void columns() {
        TableColumn<VolumeRow, VolumeRow> check =
                table.column("check", "", 44, () -> new VolumeCheckCell(model.selection()), Optional.empty());
        check.setGraphic(headerCheck.node());
        table.column("name", "Name", 0, () -> new VolumeNameCell(listener, narrow), Optional.of(VolumeSort.NAME));
        table.column("size", "Size", 112, VolumeSizeCell::new, Optional.of(VolumeSort.SIZE))
                .getStyleClass()
                .add("right-column");
        table.column("used-by", "Used by", 132, () -> new VolumeUsersCell(listener), Optional.of(VolumeSort.USED_BY));
        project = table.column(
                "project",
                "Project",
                132,
                () -> new VolumeTextCell(line -> line.project().orElse("–"), line -> ""),
                Optional.of(VolumeSort.PROJECT));
        driver = table.column(
                "driver",
                "Driver",
                88,
                () -> new VolumeTextCell(line -> SafeText.line(line.volume().driver()), line -> ""),
                Optional.of(VolumeSort.DRIVER));
        table.column(
                "created",
                "Created",
                80,
                () -> new VolumeTextCell(
                        VolumeLine::age,
                        line -> line.volume().created().map(Times::full).orElse("")),
                Optional.of(VolumeSort.CREATED));
        table.column("actions", "", 80, () -> new VolumeActionsCell(listener), Optional.empty());
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
        current().ifPresent(row -> model.selection().toggle(row.name()));
        return true;
    }

    private boolean all() {
        model.selection()
                .setChecked(
                        model.itemsProperty().get().stream()
                                .map(VolumeRow::name)
                                .toList(),
                        true);
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
        current().ifPresent(row -> model.selection().setChecked(List.of(row.name()), true));
    }

    /// Opens the menu of the checked rows if the current one is among them, else of the current one.
    private void menu(ContextMenuEvent event) {
        current()
                .ifPresent(row -> listener.menu(
                                model.selection().isChecked(row.name())
                                        ? model.selection().targets()
                                        : List.of(row))
                        .show(node(), event.getScreenX(), event.getScreenY()));
        event.consume();
    }

    private record Ordering(VolumesViewModel model) implements RowTable.Order<VolumeSort> {
        @Override
        public VolumeSort usual() {
            return VolumeSort.NAME;
        }

        @Override
        public boolean usuallyAscending() {
            return true;
        }

        @Override
        public VolumeSort sort() {
            return model.sort();
        }

        @Override
        public boolean ascending() {
            return model.ascending();
        }

        @Override
        public void sortBy(VolumeSort key, boolean up) {
            model.sortBy(key, up);
        }
    }
}
