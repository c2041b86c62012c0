package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.ImagesViewModel;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSort;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.list.HeaderCheck;
import io.quayside.desktop.ui.list.RowKeys;
import io.quayside.desktop.ui.list.RowTable;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of images. Its order is the view model's, never its own.
public final class ImagesTable {
    private static final double ROW = 36;

    private final ImagesViewModel model;
    private final ImageListener listener;
    private final RowTable<ImageItem, ImageSort> table;
    private final TableColumn<ImageItem, ImageItem> arch;
    private final TableColumn<ImageItem, ImageItem> id;

    public ImagesTable(ImagesViewModel model, ImageListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new RowTable<>("images-table", "Images", ROW, model.rows());
        Rows rows = new Rows();
        HeaderCheck header = new HeaderCheck("Select all images", model.selection(), rows::shown);
        table.checks(header, () -> new ImageCheckCell(model.selection()));
        table.column("name", "Image", 0, () -> new ImageNameCell(listener, model::fold), Optional.of(ImageSort.NAME));
        TableColumn<ImageItem, ImageItem> size = text(
                "size",
                "Size",
                96,
                ImageSort.SIZE,
                line -> Sizes.of(line.image().size()),
                ImageLine::sharedWords,
                Pos.CENTER_RIGHT);
        size.getStyleClass().add("size-column");
        text(
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
        table.column("used-by", "Used by", 96, () -> new UsedByCell(listener), Optional.of(ImageSort.USED_BY));
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
        table.column("more", "", 56, () -> new ImageMoreCell(listener), Optional.empty());
        table.node().setRowFactory(ignored -> new ImageTableRow());
        table.node().hoverProperty().subscribe((before, hover) -> model.rows().freeze(hover));
        RowKeys.install(table.node(), rows, model.selection());
        table.onCurrent(item -> model.selection()
                .setCurrent(item.filter(ImageRow.class::isInstance).map(row -> ((ImageRow) row).key())));
        model.itemsProperty().subscribe(now -> {
            table.show(now);
            header.update();
        });
    }

    public TableView<ImageItem> node() {
        return table.node();
    }

    /// The keyboard goes to the current row, which is the first one if there was none.
    public void focus() {
        table.focus();
    }

    /// With little room, facts that the page of an image says too are left out.
    public void narrow(boolean now) {
        arch.setVisible(!now);
        id.setVisible(!now);
        table.fit();
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
        return table.column(key, title, width, () -> new ImageTextCell(text, tip, side, styles), Optional.of(sort));
    }

    private static List<String> keys(RepositoryRow head) {
        return head.membersProperty().get().stream().map(ImageRow::key).toList();
    }

    /// Of a repository, keys go to all its tags that the list shows.
    private final class Rows implements RowKeys.Rows<ImageItem> {
        @Override
        public Optional<ImageItem> current() {
            return table.current();
        }

        @Override
        public boolean move(int step) {
            return table.move(step);
        }

        @Override
        public List<String> keys(ImageItem item) {
            return switch (item) {
                case ImageRow row -> List.of(row.key());
                case RepositoryRow head -> ImagesTable.keys(head);
            };
        }

        @Override
        public boolean isHead(ImageItem item) {
            return item instanceof RepositoryRow;
        }

        @Override
        public List<String> shown() {
            return model.itemsProperty().get().stream()
                    .filter(ImageRow.class::isInstance)
                    .map(item -> ((ImageRow) item).key())
                    .toList();
        }

        @Override
        public void open(ImageItem item) {
            switch (item) {
                case ImageRow row -> listener.open(row);
                case RepositoryRow head -> model.fold(head);
            }
        }

        @Override
        public boolean fold(ImageItem item, boolean open) {
            if (item instanceof RepositoryRow head && head.expandedProperty().get() != open) {
                model.fold(head);
            }
            return isHead(item);
        }

        @Override
        public Optional<ContextMenu> menu(ImageItem item) {
            return item instanceof ImageRow row
                    ? Optional.of(listener.menu(model.selection().targets(row)))
                    : Optional.empty();
        }
    }
}
