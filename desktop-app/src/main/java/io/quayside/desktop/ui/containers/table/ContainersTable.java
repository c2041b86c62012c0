package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersViewModel;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowGroup;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.list.HeaderCheck;
import io.quayside.desktop.ui.list.RowKeys;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseEvent;

/// The table of containers. Rows keep their tree items; the order is the view model's, never the table's own.
public final class ContainersTable {
    private static final Duration LOOK_AFTER = Duration.ofMillis(120);
    private static final double SCROLL_BAR = 10;

    private final TreeTableView<RowItem> table = new TreeTableView<>();
    private final ContainersViewModel model;
    private final FxThread fx;
    private final RowListener listener;
    private final RowTree tree = new RowTree();
    private final Columns columns;
    private final RenameField rename;
    private final HeaderCheck headerCheck;
    private final List<TableRow> rows = new ArrayList<>();
    private final ColumnChoice columnChoice;
    private final ColumnFit fit;
    private boolean lookAsked;
    private long changedAt;
    private boolean arranging;
    private Subscription look = () -> {};

    public ContainersTable(
            ContainersViewModel model, FxThread fx, RowListener listener, RowMenus menus, ColumnChoice columnChoice) {
        this.model = model;
        this.fx = fx;
        this.listener = listener;
        this.columnChoice = columnChoice;
        this.rename = new RenameField(listener::rename, table::requestFocus);
        this.headerCheck = new HeaderCheck("Select all containers", model.selection(), this::shownIds);
        this.columns = new Columns(
                () -> new CheckCell(model.selection(), this::memberIds),
                () -> new NameCell(listener, rename),
                () -> new ActionsCell(listener, menus, this::members),
                listener);
        this.fit = new ColumnFit(columns, columnChoice.columns().orElse(Columns.REGULAR));
        build(menus);
        model.groupsProperty().subscribe(this::show);
    }

    public TreeTableView<RowItem> node() {
        return table;
    }

    /// The row the keyboard is on.
    public Optional<RowItem> current() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    /// Makes a container's row the current one and brings it into view.
    public void select(ContainerRow row) {
        TreeItem<RowItem> item = tree.find(row.key());
        if (item.getParent() != null) {
            item.getParent().setExpanded(true);
        }
        int index = table.getRow(item);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /// The keyboard goes to the current row, which is the first one if there was none.
    public void focus() {
        table.requestFocus();
        if (current().isEmpty() && table.getExpandedItemCount() > 0) {
            table.getSelectionModel().select(0);
        }
    }

    /// Goes up or down by rows. Returns whether there is such a row.
    boolean move(int step) {
        int next = table.getSelectionModel().getSelectedIndex() + step;
        boolean there = next >= 0 && next < table.getExpandedItemCount();
        if (there) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 2));
        }
        return there;
    }

    /// Puts the name of a container into a field.
    public void beginRename(ContainerRow row) {
        TreeItem<RowItem> item = tree.find(row.key());
        table.scrollTo(Math.max(0, table.getRow(item) - 3));
        table.layout();
        rename.begin(row);
    }

    /// The ids of the optional columns with their titles, and whether each is on.
    public List<ColumnChoice.Option> columnOptions() {
        return columns.optional().stream()
                .map(id -> new ColumnChoice.Option(id, columns.get(id).getText(), fit.isChosen(id)))
                .toList();
    }

    public void showColumn(String id, boolean on) {
        fit.choose(id, on);
        columnChoice.keep(fit.chosen());
        fitColumns();
    }

    /// The containers of a project that the list shows.
    public List<ContainerRow> members(ProjectRow project) {
        return model.groupsProperty().get().stream()
                .filter(group ->
                        group.head().filter(head -> head.equals(project)).isPresent())
                .flatMap(group -> containers(group).stream())
                .toList();
    }

    /// The containers that the list shows, in order.
    public List<ContainerRow> shown() {
        return model.groupsProperty().get().stream()
                .flatMap(group -> containers(group).stream())
                .toList();
    }

    private void build(RowMenus menus) {
        table.setId("containers-table");
        table.getStyleClass().addAll("containers-table", StyleClasses.LIST);
        table.setAccessibleText("Containers");
        table.setShowRoot(false);
        table.setRoot(tree.root());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getColumns().setAll(List.copyOf(columns.byId().values()));
        TreeTableColumn<RowItem, RowItem> indented = new TreeTableColumn<>();
        table.setTreeColumn(indented); // no column is indented: cells draw the fold mark themselves
        columns.get("check").setGraphic(headerCheck.node());
        columns.get("check").getStyleClass().add(StyleClasses.CHECK_COLUMN);
        table.setRowFactory(ignored -> row());
        table.setPlaceholder(new javafx.scene.layout.Region());
        table.widthProperty().subscribe((before, now) -> fitColumns());
        columns.byId().values().forEach(column -> column.widthProperty().subscribe((before, now) -> fitColumns()));
        sorting();
        table.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> model.freezeOrder(table.isHover()));
        table.hoverProperty().subscribe((before, hover) -> model.freezeOrder(hover));
        table.getSelectionModel().selectedItemProperty().subscribe((before, now) -> tell());
        RowKeys.install(table, new ContainerKeys(this, model.selection(), listener, menus), model.selection());
    }

    private TableRow row() {
        TableRow row = new TableRow(listener, this::lookLater);
        rows.add(row);
        return row;
    }

    private void sorting() {
        columns.column(model.options().sort()).ifPresent(column -> {
            column.setSortType(
                    model.options().ascending()
                            ? TreeTableColumn.SortType.ASCENDING
                            : TreeTableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
        });
        mark();
        table.setSortPolicy(ignored -> {
            if (!arranging) {
                sorted();
            }
            return true;
        });
    }

    private void sorted() {
        if (table.getSortOrder().isEmpty()) {
            model.options().sortBy(SortKey.NAME, true);
            mark();
            return;
        }
        TreeTableColumn<RowItem, ?> column = table.getSortOrder().getFirst();
        boolean ascending = column.getSortType() == TreeTableColumn.SortType.ASCENDING;
        columns.sortKey(column).ifPresent(key -> model.options().sortBy(key, ascending));
        mark();
    }

    private void mark() {
        columns.mark(model.options().sort(), model.options().ascending());
    }

    /// Shows the groups; the keyboard stays on its row, whatever came or went above it.
    private void show(List<RowGroup> groups) {
        TreeItem<RowItem> selected = table.getSelectionModel().getSelectedItem();
        arranging = true;
        boolean changed = tree.show(groups);
        if (changed && selected != null) {
            int row = tree.has(selected) ? table.getRow(selected) : -1;
            if (row >= 0 && table.getSelectionModel().getSelectedIndex() != row) {
                table.getSelectionModel().clearAndSelect(row);
            } else if (row < 0) {
                table.getSelectionModel().clearSelection();
            }
        }
        arranging = false;
        tell();
        headerCheck.update();
        lookLater();
    }

    /// Not while rows come and go: the table moves its selection then, and is put right afterwards.
    private void tell() {
        if (!arranging) {
            listener.current(current().filter(ContainerRow.class::isInstance).map(item -> ((ContainerRow) item).id()));
        }
    }

    private List<String> memberIds(ProjectRow project) {
        return members(project).stream().map(ContainerRow::id).toList();
    }

    private List<String> shownIds() {
        return shown().stream().map(ContainerRow::id).toList();
    }

    private static List<ContainerRow> containers(RowGroup group) {
        List<ContainerRow> result = new ArrayList<>();
        group.rows().forEach(item -> {
            if (item instanceof ContainerRow row) {
                result.add(row);
            }
        });
        return result;
    }

    /// Tells the model once the rows have rested for a moment which of them are on screen: rows that only fly past
    /// aren't asked for.
    private void lookLater() {
        changedAt = System.nanoTime();
        if (!lookAsked) {
            lookAsked = true;
            look = fx.after(LOOK_AFTER, this::look);
        }
    }

    /// Nobody looks any more.
    public void hidden() {
        look.close();
        lookAsked = false;
    }

    private void look() {
        lookAsked = false;
        if (table.getScene() == null) {
            return;
        }
        if (System.nanoTime() - changedAt < LOOK_AFTER.toNanos()) {
            lookAsked = true;
            look = fx.after(LOOK_AFTER, this::look);
            return;
        }
        rows.removeIf(row -> row.getTreeTableView() == null);
        List<String> ids = new ArrayList<>();
        for (TableRow row : rows) {
            if (row.isVisible() && row.getScene() != null && row.getItem() instanceof ContainerRow container) {
                ids.add(container.id());
            }
        }
        model.onScreen(ids);
    }

    private void fitColumns() {
        fit.fit(table.getWidth() - SCROLL_BAR);
        model.sizesOnScreen(columns.get("size").isVisible());
    }
}
