package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.FilePaths;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The tree of folders. Only rows on screen have nodes; a folder is read when it is opened first.
final class FileTree extends TreeTableView<FileRow> {
    private static final double ROW = 28;
    private static final double ROOM_FOR_TIMES = 400;
    private static final double ROOM_FOR_RIGHTS = 700;
    private static final double MOST = 1.3;
    private static final int MANY = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final FilesViewModel model;
    private final InstantSource clock;
    private final Consumer<FileRow> open;
    private final Consumer<FileOrder> sorted;
    private FileOrder order = FileOrder.BY_NAME;
    private final TreeTableColumn<FileRow, FileRow> modified;
    private final TreeTableColumn<FileRow, FileRow> mode;
    private final TreeTableColumn<FileRow, FileRow> owner;
    private boolean changingRoot;
    private boolean besideFile;

    /// @param open a file was chosen by Enter or a double click
    /// @param sorted another order was chosen at the head of a column
    FileTree(FilesViewModel model, InstantSource clock, Consumer<FileRow> open, Consumer<FileOrder> sorted) {
        this.model = model;
        this.clock = clock;
        this.open = open;
        this.sorted = sorted;
        setId("files-table");
        setAccessibleText("Files");
        setShowRoot(false);
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<FileRow, FileRow> name = column("Name", 212, FileOrder.Column.NAME, FileNameCell::new);
        TreeTableColumn<FileRow, FileRow> size = text("Size", 68, FileOrder.Column.SIZE, FileTree::size);
        modified = text("Modified", 100, FileOrder.Column.MODIFIED, this::modified);
        mode = text("Mode", 92, FileOrder.Column.MODE, FileEntry::modeText);
        owner = text("Owner", 92, FileOrder.Column.OWNER, model::ownerOf);
        getColumns().add(name);
        if (!model.place().volume()) {
            getColumns().add(column("Change or mount", 164, FileOrder.Column.MARK, FileMarkCell::new));
        }
        getColumns().addAll(List.of(size, modified, mode, owner));
        // What room there is beyond that is for names.
        getColumns().stream().skip(1).forEach(column -> column.setMaxWidth(column.getPrefWidth() * MOST));
        widthProperty().subscribe(ignored -> fit());
        name.getStyleClass().add("file-name-column");
        size.getStyleClass().add("file-size-column");
        // The model sorts, after the table is done: a table that sorts doesn't stand other changes of its selection.
        setSortPolicy(ignored -> true);
        getSortOrder().add(name);
        getSortOrder().addListener((ListChangeListener<TreeTableColumn<FileRow, ?>>) change -> sortRows());
        getColumns().forEach(column -> column.sortTypeProperty().subscribe(ignored -> sortRows()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setRowFactory(ignored -> new FileTreeRow(open));
    }

    /// Whether an open file stands beside it, whose panel says mode and owner.
    void setBesideFile(boolean is) {
        besideFile = is;
        fit();
    }

    /// Names keep their room.
    private void fit() {
        modified.setVisible(getWidth() >= ROOM_FOR_TIMES);
        mode.setVisible(!besideFile && getWidth() >= ROOM_FOR_RIGHTS);
        owner.setVisible(!besideFile && getWidth() >= ROOM_FOR_RIGHTS);
    }

    private static TreeTableColumn<FileRow, FileRow> column(
            String title,
            double width,
            FileOrder.Column order,
            java.util.function.Supplier<TreeTableCell<FileRow, FileRow>> cell) {
        TreeTableColumn<FileRow, FileRow> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setUserData(order);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(ignored -> cell.get());
        return column;
    }

    private static TreeTableColumn<FileRow, FileRow> text(
            String title, double width, FileOrder.Column order, Function<FileEntry, String> text) {
        return column(title, width, order, () -> new FileTextCell(text));
    }

    /// Without a column it goes by name.
    private void sortRows() {
        FileOrder wanted = getSortOrder().stream()
                .findFirst()
                .map(column -> new FileOrder(
                        (FileOrder.Column) column.getUserData(),
                        column.getSortType() == TreeTableColumn.SortType.DESCENDING))
                .orElse(FileOrder.BY_NAME);
        if (changingRoot || wanted.equals(order)) {
            return;
        }
        order = wanted;
        keepSelection(() -> sorted.accept(order));
    }

    /// Whatever becomes of the items: the same rows are selected afterwards, as far as they are still there. Meanwhile
    /// none is, since a table that has to follow its selection through a large change takes minutes.
    private void keepSelection(Runnable change) {
        List<FileRow> chosen = rows(getSelectionModel().getSelectedItems());
        if (chosen.isEmpty()) {
            change.run();
            return;
        }
        getSelectionModel().clearSelection();
        change.run();
        select(getRoot(), new HashSet<>(chosen));
    }

    private static List<FileRow> rows(List<TreeItem<FileRow>> items) {
        return items.stream()
                .filter(java.util.Objects::nonNull)
                .map(TreeItem::getValue)
                .toList();
    }

    private void select(TreeItem<FileRow> from, Set<FileRow> wanted) {
        for (TreeItem<FileRow> item : from.getChildren()) {
            if (wanted.contains(item.getValue())) {
                getSelectionModel().select(item);
            }
            if (item.isExpanded()) {
                select(item, wanted);
            }
        }
    }

    /// A table with another root forgets its order.
    private void changeRoot(TreeItem<FileRow> item) {
        List<TreeTableColumn<FileRow, ?>> columns = List.copyOf(getSortOrder());
        changingRoot = true;
        setRoot(item);
        getSortOrder().setAll(columns);
        changingRoot = false;
        item.setExpanded(true);
    }

    private static String size(FileEntry entry) {
        return entry.kind() == FileKind.FILE ? Sizes.of(entry.size()) : "";
    }

    /// "today 14:31", "9 Nov 16:10", "9 Nov 2024".
    private String modified(FileEntry entry) {
        ZonedDateTime time = Instant.ofEpochSecond(Math.clamp(entry.modified(), -1L << 36, 1L << 36))
                .atZone(ZoneId.systemDefault());
        LocalDate today = clock.instant().atZone(ZoneId.systemDefault()).toLocalDate();
        if (time.toLocalDate().equals(today)) {
            return "today " + TIME.format(time);
        }
        boolean recent = time.toLocalDate().isAfter(today.minusDays(300));
        return (recent ? DAY : YEAR).format(time);
    }

    /// Shows what is in `top`.
    void show(FileRow top) {
        TreeItem<FileRow> item = new FolderItem(top);
        changeRoot(item);
    }

    /// Shows these, without folders.
    void showFlat(List<FileRow> rows) {
        TreeItem<FileRow> item = new TreeItem<>(FileRow.root());
        rows.forEach(row -> item.getChildren().add(new TreeItem<>(row)));
        changeRoot(item);
    }

    List<FileRow> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .map(TreeItem::getValue)
                .filter(FileRow::isThere)
                .toList();
    }

    /// Where a new file would go: the selected folder, or the one that the selected file is in.
    String folder() {
        Optional<FileRow> row = selected().stream().findFirst();
        return row.map(it -> it.isFolder() ? it.path() : FilePaths.parent(it.path()))
                .orElse(model.place().root());
    }

    private void key(KeyEvent event) {
        TreeItem<FileRow> item = getSelectionModel().getSelectedItem();
        if (item == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            if (item.isLeaf()) {
                open.accept(item.getValue());
            } else {
                item.setExpanded(!item.isExpanded());
            }
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE
                && item.getParent() != null
                && !item.getParent().equals(getRoot())) {
            int parent = getRow(item.getParent());
            getSelectionModel().clearAndSelect(parent);
            scrollTo(Math.max(0, parent - 3));
            event.consume();
        }
    }

    /// Selects the next row below whose name holds a text; from the top after the last.
    boolean selectNext(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int count = getExpandedItemCount();
        int from = Math.max(-1, getSelectionModel().getSelectedIndex());
        for (int i = 1; i <= count; i++) {
            int index = (from + i) % count;
            if (getTreeItem(index).getValue().label().toLowerCase(Locale.ROOT).contains(wanted)) {
                getSelectionModel().clearAndSelect(index);
                scrollTo(Math.max(0, index - 5));
                return true;
            }
        }
        return false;
    }

    /// A row in the tree; a folder follows what the model knows to be in it.
    private final class FolderItem extends TreeItem<FileRow> {
        private boolean filled;

        FolderItem(FileRow row) {
            super(row);
            if (row.isFolder()) {
                row.children().addListener((ListChangeListener<FileRow>) change -> {
                    if (filled) {
                        keepSelection(this::fill);
                    }
                });
                expandedProperty().subscribe(on -> {
                    if (on) {
                        if (!filled) {
                            filled = true;
                            fill();
                        }
                        model.open(row);
                    }
                });
            }
        }

        /// Folders that were opened stay so. The others get new items where there are many: a tree that gets the same
        /// items again takes ten seconds for a hundred thousand of them.
        private void fill() {
            boolean many = getValue().children().size() > MANY;
            Map<FileRow, TreeItem<FileRow>> old = new HashMap<>();
            for (TreeItem<FileRow> item : getChildren()) {
                if (!many || (item instanceof FolderItem folder && folder.filled)) {
                    old.put(item.getValue(), item);
                }
            }
            getChildren()
                    .setAll(getValue().children().stream()
                            .map(row -> {
                                TreeItem<FileRow> known = old.get(row);
                                return known != null ? known : new FolderItem(row);
                            })
                            .toList());
        }

        @Override
        public boolean isLeaf() {
            return !getValue().isFolder();
        }
    }
}
