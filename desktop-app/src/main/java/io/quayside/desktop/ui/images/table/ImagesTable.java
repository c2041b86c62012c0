package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.HeaderCheck;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.ImagesViewModel;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSort;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// The table of images. Its order is the view model's, never its own.
public final class ImagesTable {
    private static final int SORT_MARK = 12;
    private static final double HEADER = 31;
    private static final double ROW = 36;
    private static final double SCROLL_BAR = 10;
    private static final double LEAST_NAME = 100;

    private final ImagesViewModel model;
    private final ObservableList<ImageItem> items = FXCollections.observableArrayList();
    private final TableView<ImageItem> table = new TableView<>(items);
    private final Map<TableColumn<ImageItem, ?>, ImageSort> sorts = new LinkedHashMap<>();
    private final TableColumn<ImageItem, ImageItem> name;
    private final TableColumn<ImageItem, ImageItem> arch;
    private final TableColumn<ImageItem, ImageItem> id;
    private final HeaderCheck headerCheck;
    private boolean arranging;

    public ImagesTable(ImagesViewModel model, ImageListener listener) {
        this.model = model;
        this.headerCheck = new HeaderCheck(
                "Select all images",
                model.selection(),
                () -> rows().stream().map(ImageRow::key).toList());
        TableColumn<ImageItem, ImageItem> check =
                column("check", "", 44, () -> new ImageCheckCell(model.selection()), Optional.empty());
        check.setGraphic(headerCheck.node());
        this.name =
                column("name", "Image", 0, () -> new ImageNameCell(listener, model::fold), Optional.of(ImageSort.NAME));
        TableColumn<ImageItem, ImageItem> size = text(
                "size",
                "Size",
                96,
                ImageSort.SIZE,
                line -> Sizes.of(line.image().size()),
                line -> "",
                Pos.CENTER_RIGHT);
        size.getStyleClass().add("size-column");
        TableColumn<ImageItem, ImageItem> age = text(
                "age",
                "Age",
                64,
                ImageSort.AGE,
                ImageLine::age,
                line -> line.age().equals("–")
                        ? "It doesn't say when it was made"
                        : "Made " + Times.full(line.image().created()),
                Pos.CENTER_LEFT,
                StyleClasses.META,
                StyleClasses.MUTED);
        arch = text(
                "arch", "Arch", 88, ImageSort.ARCH, ImageLine::arch, line -> "", Pos.CENTER_LEFT, StyleClasses.META);
        TableColumn<ImageItem, ImageItem> used =
                column("used-by", "Used by", 96, () -> new UsedByCell(listener), Optional.of(ImageSort.USED_BY));
        id = text(
                "id",
                "ID",
                116,
                ImageSort.ID,
                ImageLine::shortId,
                line -> line.image().id(),
                Pos.CENTER_LEFT,
                StyleClasses.MONO_CAPTION,
                StyleClasses.MUTED);
        TableColumn<ImageItem, ImageItem> more =
                column("more", "", 56, () -> new ImageMoreCell(listener), Optional.empty());
        table.getColumns().setAll(List.of(check, name, size, age, arch, used, id, more));
        build(listener);
    }

    public TableView<ImageItem> node() {
        return table;
    }

    /// The row the keyboard is on.
    public Optional<ImageItem> current() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /// The images that the list shows, in order.
    public List<ImageRow> rows() {
        return model.itemsProperty().get().stream()
                .filter(ImageRow.class::isInstance)
                .map(ImageRow.class::cast)
                .toList();
    }

    /// Makes a row the current one and brings it into view.
    public void select(ImageRow row) {
        int index = items.indexOf(row);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /// With little room, facts that the page of an image says too are left out.
    public void narrow(boolean now) {
        arch.setVisible(!now);
        id.setVisible(!now);
        fit();
    }

    private void build(ImageListener listener) {
        table.setId("images-table");
        table.getStyleClass().add("images-table");
        table.setAccessibleText("Images");
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.widthProperty().subscribe((before, now) -> fit());
        table.heightProperty().subscribe((before, now) -> fit());
        items.subscribe(this::fit);
        table.setRowFactory(ignored -> new ImageTableRow());
        table.setPlaceholder(new Region());
        table.setSortPolicy(ignored -> {
            sorted();
            return true;
        });
        mark();
        table.hoverProperty().subscribe((before, hover) -> model.freezeOrder(hover));
        table.getSelectionModel().selectedItemProperty().subscribe((before, now) -> tell());
        new ImageKeys(this, model, listener).install();
        model.itemsProperty().subscribe(this::show);
    }

    /// Shows the rows; the keyboard stays on its own, whatever came or went above it.
    private void show(List<ImageItem> next) {
        ImageItem selected = table.getSelectionModel().getSelectedItem();
        int place = table.getSelectionModel().getSelectedIndex();
        if (!items.equals(next)) {
            arranging = true;
            items.setAll(next);
            if (selected != null) {
                int at = items.indexOf(selected);
                int near = at >= 0 ? at : Math.min(place, items.size() - 1);
                table.getSelectionModel().clearAndSelect(near);
            }
            arranging = false;
        }
        tell();
        headerCheck.update();
    }

    /// The names get what the other columns leave. Constrained policies of the toolkit don't look again when columns
    /// are
    /// hidden before the table had its width.
    private void fit() {
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(name))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        boolean scrolls = HEADER + ROW * items.size() > table.getHeight();
        name.setPrefWidth(Math.max(LEAST_NAME, Math.floor(table.getWidth() - others - (scrolls ? SCROLL_BAR : 0))));
    }

    private void tell() {
        if (!arranging) {
            model.selection()
                    .setCurrent(current().filter(ImageRow.class::isInstance).map(item -> ((ImageRow) item).key()));
        }
    }

    private void sorted() {
        if (table.getSortOrder().isEmpty()) {
            model.sortBy(ImageSort.NAME, true);
        } else {
            TableColumn<ImageItem, ?> column = table.getSortOrder().getFirst();
            ImageSort sort = sorts.get(column);
            if (sort != null) {
                model.sortBy(sort, column.getSortType() == TableColumn.SortType.ASCENDING);
            }
        }
        mark();
    }

    /// Says in the header by what the rows are ordered.
    private void mark() {
        sorts.forEach((column, sort) -> column.setGraphic(
                sort == model.sort()
                        ? (model.ascending() ? Icons.CHEVRON_UP : Icons.CHEVRON_DOWN).node(SORT_MARK)
                        : null));
    }

    private TableColumn<ImageItem, ImageItem> text(
            String key,
            String title,
            double width,
            ImageSort sort,
            Function<ImageLine, String> text,
            Function<ImageLine, String> tip,
            Pos side,
            String... styles) {
        return column(key, title, width, () -> new ImageTextCell(text, tip, side, styles), Optional.of(sort));
    }

    /// @param width 0 for the column that takes what the others leave
    private TableColumn<ImageItem, ImageItem> column(
            String key, String title, double width, Supplier<ImageCell> cell, Optional<ImageSort> sort) {
        TableColumn<ImageItem, ImageItem> column = new TableColumn<>(title);
        column.setId("image-column-" + key);
        if (width > 0) {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        } else {
            column.setMinWidth(LEAST_NAME);
            column.setPrefWidth(400);
        }
        column.setReorderable(false);
        column.setResizable(width == 0);
        column.setSortable(sort.isPresent());
        column.setSortNode(new Region()); // none at the far end: the mark stands beside the title
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(ignored -> cell.get());
        sort.ifPresent(by -> sorts.put(column, by));
        return column;
    }
}
