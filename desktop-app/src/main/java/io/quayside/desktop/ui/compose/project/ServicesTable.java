package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.list.RowTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The services, one a row. FX thread.
final class ServicesTable {
    static final double ROW = 40;

    private final RowTable<ServiceRow, String> table =
            new RowTable<>("services-table", "Services", ROW, RowTable.asTheyCome());
    private final Map<String, ServiceRow> rows = new HashMap<>();

    ServicesTable(ServiceListener listener) {
        table.column("name", "Service", 146, () -> ServiceCell.name(listener), Optional.empty());
        table.column("origin", "Image or build", 0, ServiceCell::origin, Optional.empty());
        table.column("status", "Status", 150, ServiceCell::status, Optional.empty());
        table.column("ports", "Ports", 120, () -> ServiceCell.ports(listener), Optional.empty());
        table.column("actions", "", 100, () -> new ServiceActionsCell(listener), Optional.empty());
        TableView<ServiceRow> node = table.node();
        node.setFixedCellSize(ROW);
        node.setRowFactory(ignored -> new Row());
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                table.current().ifPresent(row -> listener.open(row.line()));
                event.consume();
            }
        });
        node.setOnContextMenuRequested(event -> {
            table.current()
                    .ifPresent(row -> listener.menu(row.line()).show(node, event.getScreenX(), event.getScreenY()));
            event.consume();
        });
    }

    TableView<ServiceRow> node() {
        return table.node();
    }

    Optional<ServiceLine> current() {
        return table.current().map(ServiceRow::line);
    }

    void onCurrent(Runnable listener) {
        table.onCurrent(ignored -> listener.run());
    }

    void select(String service) {
        Optional.ofNullable(rows.get(service)).ifPresent(table::select);
    }

    void show(List<ServiceLine> lines) {
        rows.keySet().retainAll(lines.stream().map(ServiceLine::service).toList());
        for (ServiceLine line : lines) {
            rows.computeIfAbsent(line.service(), ignored -> new ServiceRow(line))
                    .show(line);
        }
        table.show(lines.stream()
                .flatMap(line -> Optional.ofNullable(rows.get(line.service())).stream())
                .toList());
    }

    /// One row; it speaks as one sentence.
    private static final class Row extends TableRow<ServiceRow> {
        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
                ServiceLine line = getItem().line();
                return "Service " + line.title() + ", " + line.origin() + ", " + line.word()
                        + (line.detail().isEmpty() ? "" : ", " + line.detail()) + ", ports " + line.ports();
            }
            return super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
