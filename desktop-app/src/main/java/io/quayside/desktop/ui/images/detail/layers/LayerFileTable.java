package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Paths, what becomes of them, and their sizes.
final class LayerFileTable extends TableView<LayerFileTable.Line> {
    private static final List<String> CHANGES = List.of("Added", "Changed", "Replaced", "Removed");

    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    /// One path.
    ///
    /// @param change one word
    record Line(String path, String change, long size) {}

    LayerFileTable() {
        setId("layer-files");
        getStyleClass().add("layer-file-table");
        setAccessibleText("Files of the layer");
        setPlaceholder(new Region());
        setFixedCellSize(28);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<Line, String> change = column("Change", Line::change, Optional.of(96.0));
        change.setCellFactory(ignored -> new ChangeCell());
        TableColumn<Line, String> path = column("Path", Line::path, Optional.empty());
        path.getStyleClass().add("path-column");
        TableColumn<Line, Long> size = column("Size", Line::size, Optional.of(96.0));
        size.setCellFactory(ignored -> new SizeCell());
        size.setComparator(Comparator.reverseOrder());
        size.getStyleClass().add("size-column");
        getColumns().setAll(List.of(change, path, size));
        SortedList<Line> sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    void show(List<Line> next) {
        lines.setAll(next);
    }

    private static <T> TableColumn<Line, T> column(String title, Function<Line, T> value, Optional<Double> width) {
        TableColumn<Line, T> column = new TableColumn<>(title);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue())));
        width.ifPresent(fixed -> {
            column.setMinWidth(fixed);
            column.setPrefWidth(fixed);
            column.setMaxWidth(fixed);
        });
        return column;
    }

    private static final class ChangeCell extends TableCell<Line, String> {
        ChangeCell() {
            getStyleClass().add(StyleClasses.META);
        }

        @Override
        protected void updateItem(@Nullable String change, boolean empty) {
            super.updateItem(change, empty);
            setText(empty ? null : change);
            for (String each : CHANGES) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(each.toLowerCase(java.util.Locale.ROOT)),
                        !empty && each.equals(change));
            }
        }
    }

    private static final class SizeCell extends TableCell<Line, Long> {
        SizeCell() {
            getStyleClass().add("size-column");
        }

        @Override
        protected void updateItem(@Nullable Long size, boolean empty) {
            super.updateItem(size, empty);
            setText(empty || size == null || size == 0 ? null : Sizes.of(size));
        }
    }
}
