package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.format.Sizes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// What takes space, by kind with the largest of each, or the largest of all. "11 more" folds out by a click, Enter,
/// Space
/// or the right arrow. FX thread.
final class SpaceTable extends TreeTableView<SpaceRow> {
    private static final double ROW = 28;
    private static final double NUMBER = 80;
    private static final int MOST_OF_A_KIND = 3;
    private static final int MOST_OF_ALL = 14;

    private final Set<SpaceKind> expanded = EnumSet.of(SpaceKind.IMAGES, SpaceKind.VOLUMES);
    private final Set<SpaceKind> unfolded = EnumSet.noneOf(SpaceKind.class);
    private Optional<Space> space = Optional.empty();
    private boolean byKind = true;

    SpaceTable() {
        setId("disk-space-table");
        setAccessibleText("What takes space");
        getStyleClass().add("space-table");
        setShowRoot(false);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<SpaceRow, SpaceRow> name = column("Kind");
        name.getStyleClass().add("space-name");
        name.setCellFactory(ignored -> new SpaceNameCell());
        getColumns()
                .addAll(List.of(
                        name,
                        number("Size", row -> size(row.size())),
                        number("Shared", SpaceTable::shared),
                        number("Can go", row -> size(row.canGo()))));
        setRowFactory(ignored -> new Row());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setRoot(new TreeItem<>());
    }

    private static TreeTableColumn<SpaceRow, SpaceRow> column(String title) {
        TreeTableColumn<SpaceRow, SpaceRow> column = new TreeTableColumn<>(title);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        return column;
    }

    private static TreeTableColumn<SpaceRow, SpaceRow> number(String title, Function<SpaceRow, String> text) {
        TreeTableColumn<SpaceRow, SpaceRow> column = column(title);
        boolean goes = title.equals("Can go");
        column.getStyleClass().add("space-number");
        column.setMinWidth(NUMBER);
        column.setPrefWidth(NUMBER);
        column.setMaxWidth(NUMBER);
        column.setCellFactory(ignored -> new SpaceNumberCell(text, goes, title.equals("Shared")));
        return column;
    }

    private static String size(OptionalLong bytes) {
        return bytes.isPresent() ? Sizes.of(bytes.getAsLong()) : "–";
    }

    private static String shared(SpaceRow row) {
        return row.shared().isPresent() && row.parts().isEmpty() && row.shared().equals(row.size())
                ? "all"
                : size(row.shared());
    }

    /// What is expanded and selected stays so.
    void show(Optional<Space> next, boolean kinds) {
        if (byKind != kinds) {
            unfolded.clear();
        }
        space = next;
        byKind = kinds;
        Optional<SpaceRow> chosen =
                Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
        TreeItem<SpaceRow> root = new TreeItem<>();
        root.setExpanded(true);
        next.ifPresent(now -> {
            if (kinds) {
                now.kinds().forEach(kind -> root.getChildren().add(kind(kind)));
            } else {
                folded(SpaceKind.SEVERAL, now.largest(), MOST_OF_ALL)
                        .forEach(row -> root.getChildren().add(new TreeItem<>(row)));
            }
        });
        setRoot(root);
        chosen.ifPresent(row -> select(root, row));
    }

    private TreeItem<SpaceRow> kind(SpaceRow kind) {
        TreeItem<SpaceRow> item = new TreeItem<>(kind);
        folded(kind.kind(), kind.parts(), MOST_OF_A_KIND)
                .forEach(row -> item.getChildren().add(new TreeItem<>(row)));
        item.setExpanded(expanded.contains(kind.kind()));
        item.expandedProperty().subscribe((before, now) -> {
            if (now) {
                expanded.add(kind.kind());
            } else {
                expanded.remove(kind.kind());
            }
        });
        return item;
    }

    private List<SpaceRow> folded(SpaceKind kind, List<SpaceRow> rows, int most) {
        return unfolded.contains(kind) ? rows : SpaceRow.folded(kind, rows, most);
    }

    private boolean select(TreeItem<SpaceRow> from, SpaceRow wanted) {
        for (TreeItem<SpaceRow> item : from.getChildren()) {
            SpaceRow row = item.getValue();
            if (row.kind() == wanted.kind() && row.key().equals(wanted.key())) {
                getSelectionModel().select(item);
                return true;
            }
            if (item.isExpanded() && select(item, wanted)) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent event) {
        TreeItem<SpaceRow> item = getSelectionModel().getSelectedItem();
        if (item == null && event.getCode() == KeyCode.DOWN) {
            event.consume(); // the table itself would begin with the second
            getSelectionModel().selectFirst();
            return;
        }
        boolean opens = event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.SPACE
                || event.getCode() == KeyCode.RIGHT;
        if (!opens || item == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (item.getValue().isMore()) {
            event.consume();
            unfold(item.getValue());
        } else if (event.getCode() != KeyCode.RIGHT && !item.isLeaf()) {
            event.consume();
            item.setExpanded(!item.isExpanded());
        }
    }

    /// The first of those that were folded is selected then.
    private void unfold(SpaceRow more) {
        unfolded.add(more.kind());
        show(space, byKind);
        select(getRoot(), more.parts().getFirst());
    }

    private final class Row extends TreeTableRow<SpaceRow> {
        Row() {
            setOnMouseClicked(event -> {
                SpaceRow row = getItem();
                if (row != null && row.isMore() && event.getButton() == MouseButton.PRIMARY) {
                    unfold(row);
                }
            });
        }

        @Override
        protected void updateItem(SpaceRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean there = !empty && row != null;
            getStyleClass().remove("space-kind");
            if (there && row.key().equals(row.kind().name())) {
                getStyleClass().add("space-kind");
            }
            setAccessibleText(there ? sentence(row) : null);
        }

        private String sentence(SpaceRow row) {
            return row.name()
                    + (row.detail().isEmpty() ? "" : ", " + row.detail())
                    + (row.size().isPresent() ? ", " + Sizes.spoken(row.bytes()) : "")
                    + (row.canGo().isPresent() ? ", " + Sizes.spoken(row.canGo().getAsLong()) + " can go" : "");
        }
    }
}
