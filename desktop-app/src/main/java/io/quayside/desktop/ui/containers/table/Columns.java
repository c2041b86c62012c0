package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.NetworkAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.Region;

/// The columns of the table: what each shows, how wide it is, what it orders by.
final class Columns {
    static final String NAME = "name";
    private static final int SORT_MARK = 12;
    static final List<String> REGULAR = List.of("status", "cpu", "memory", "ports");

    private final Map<String, TreeTableColumn<RowItem, RowItem>> byId = new LinkedHashMap<>();
    private final Map<TreeTableColumn<RowItem, RowItem>, SortKey> keys = new LinkedHashMap<>();

    Columns(Supplier<RowCell> check, Supplier<RowCell> name, Supplier<RowCell> actions, RowListener listener) {
        add("check", "", 44, check, Optional.empty());
        add(NAME, "Name", 284, name, Optional.of(SortKey.NAME));
        add("status", "Status", 196, () -> new StatusCell(listener), Optional.of(SortKey.STATUS));
        add("cpu", "CPU", 128, CpuCell::new, Optional.of(SortKey.CPU));
        add("memory", "Memory", 140, MemoryCell::new, Optional.of(SortKey.MEMORY));
        add("ports", "Ports", 176, () -> new PortsCell(listener), Optional.of(SortKey.PORTS));
        text("id", "ID", 110, true, SortKey.ID, Container::shortId);
        text("created", "Created", 130, false, SortKey.CREATED, container -> Times.full(container.created()));
        text("networks", "Networks", 140, false, SortKey.NETWORKS, Columns::networks);
        text("command", "Command", 200, true, SortKey.COMMAND, container -> SafeText.line(container.command()));
        text("health", "Health", 90, false, SortKey.HEALTH, Columns::health);
        text("restarts", "Restarts", 80, false, SortKey.RESTARTS, Columns::restarts);
        row("size", "Size", 90, SortKey.SIZE, Columns::size);
        row("net-io", "Net I/O", 150, SortKey.NET_IO, row -> row.figures().network());
        add("actions", "", 102, actions, Optional.empty());
    }

    Map<String, TreeTableColumn<RowItem, RowItem>> byId() {
        return byId;
    }

    TreeTableColumn<RowItem, RowItem> get(String id) {
        TreeTableColumn<RowItem, RowItem> column = byId.get(id);
        if (column == null) {
            throw new IllegalArgumentException("No column " + id);
        }
        return column;
    }

    /// The ids of those that the user can switch on and off.
    List<String> optional() {
        return byId.keySet().stream()
                .filter(id -> !List.of("check", NAME, "actions").contains(id))
                .toList();
    }

    Optional<SortKey> sortKey(TreeTableColumn<RowItem, ?> column) {
        return Optional.ofNullable(keys.get(column));
    }

    Optional<TreeTableColumn<RowItem, RowItem>> column(SortKey key) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue() == key)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Says in the header by what the rows are ordered.
    void mark(SortKey key, boolean ascending) {
        keys.forEach((column, sort) -> column.setGraphic(
                sort == key ? (ascending ? Icons.CHEVRON_UP : Icons.CHEVRON_DOWN).node(SORT_MARK) : null));
    }

    private void text(
            String id, String title, double width, boolean mono, SortKey key, Function<Container, String> text) {
        Function<ContainerRow, String> ofRow = row -> text.apply(row.line().container());
        add(id, title, width, () -> new TextCell(ofRow, mono), Optional.of(key));
        get(id).setVisible(false);
    }

    private void row(String id, String title, double width, SortKey key, Function<ContainerRow, String> text) {
        add(id, title, width, () -> new TextCell(text, false), Optional.of(key));
        get(id).setVisible(false);
    }

    private void add(String id, String title, double width, Supplier<RowCell> cell, Optional<SortKey> key) {
        TreeTableColumn<RowItem, RowItem> column = new TreeTableColumn<>(title);
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(id.equals(NAME) ? 160 : Math.min(width, 60));
        column.setReorderable(false);
        column.setResizable(key.isPresent());
        column.setSortable(key.isPresent());
        column.setSortNode(new Region()); // none at the far end: the mark stands beside the title
        column.setCellValueFactory(features -> features.getValue().valueProperty());
        column.setCellFactory(ignored -> cell.get());
        key.ifPresent(sort -> keys.put(column, sort));
        byId.put(id, column);
    }

    private static String networks(Container container) {
        return SafeText.line(
                container.networks().stream().map(NetworkAddress::network).collect(Collectors.joining(", ")));
    }

    private static String health(Container container) {
        HealthStatus health = container.health();
        if (health == HealthStatus.NONE || !container.isUp()) {
            return "–";
        }
        String word = health.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String size(ContainerRow row) {
        return row.size().isPresent() ? Sizes.of(row.size().getAsLong()) : "Measuring…";
    }

    private static String restarts(Container container) {
        return container.run().exact() ? String.valueOf(container.run().restartCount()) : "–";
    }
}
