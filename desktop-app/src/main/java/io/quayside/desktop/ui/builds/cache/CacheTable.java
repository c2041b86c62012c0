package io.quayside.desktop.ui.builds.cache;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.BuildCacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The records of the build cache; those that would go are marked. FX thread.
final class CacheTable {
    private static final PseudoClass GOING = PseudoClass.getPseudoClass("going");
    private static final double ROW = 28;
    private static final double REST = 418;
    /// In words, what BuildKit calls them by.
    private static final Map<String, String> KINDS = Map.of(
            "regular", "Step",
            "source.local", "Folder sent",
            "source.git.checkout", "Git checkout",
            "exec.cachemount", "Cache mount",
            "frontend", "Frontend",
            "internal", "Internal");

    private final TableView<BuildCacheEntry> table = new TableView<>();
    private final Supplier<Instant> now;
    private Set<String> going = Set.of();

    CacheTable(Supplier<Instant> now) {
        this.now = now;
        table.setId("build-cache-table");
        table.getStyleClass().add("cache-table");
        table.setAccessibleText("Records of the build cache");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label("The build cache is empty."));
        table.setRowFactory(ignored -> new Row());
        add("Goes", 52, entry -> going.contains(entry.id()) ? "Goes" : "Stays");
        add("Kind", 100, entry -> KINDS.getOrDefault(entry.type(), SafeText.line(entry.type())));
        add("Size", 82, entry -> Sizes.of(entry.size())).getStyleClass().add("number");
        add("Last used", 92, this::lastUsed);
        add("State", 92, CacheTable::state);
        TableColumn<BuildCacheEntry, String> description = add(
                "Description", 100, entry -> SafeText.output(entry.description().replace("\n", " "), 500));
        description.setMaxWidth(Double.MAX_VALUE);
        table.widthProperty()
                .subscribe(width -> description.setPrefWidth(Math.max(100, width.doubleValue() - REST - 14)));
    }

    TableView<BuildCacheEntry> node() {
        return table;
    }

    void show(List<BuildCacheEntry> entries, Set<String> ids) {
        going = ids;
        if (table.getItems().equals(entries)) {
            table.refresh();
        } else {
            table.getItems().setAll(entries);
        }
    }

    private String lastUsed(BuildCacheEntry entry) {
        return entry.lastUsed()
                .map(at -> Times.age(Duration.between(at, now.get())) + " ago")
                .orElse("Never");
    }

    private static String state(BuildCacheEntry entry) {
        if (entry.inUse()) {
            return "In use";
        }
        return entry.shared() ? "Shared" : "";
    }

    private TableColumn<BuildCacheEntry, String> add(
            String title, double width, Function<BuildCacheEntry, String> text) {
        TableColumn<BuildCacheEntry, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        column.setCellFactory(ignored -> new Cell());
        table.getColumns().add(column);
        return column;
    }

    private static final class Cell extends TableCell<BuildCacheEntry, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            setText(shown);
            Tip.on(this, shown.length() > 24 ? shown : "");
        }
    }

    private final class Row extends TableRow<BuildCacheEntry> {
        @Override
        protected void updateItem(@Nullable BuildCacheEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            pseudoClassStateChanged(GOING, !empty && entry != null && going.contains(entry.id()));
        }
    }
}
