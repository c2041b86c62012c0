package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// How an image was made, step by step, and what each added. Oldest first, as a Dockerfile is read.
final class LayerTable extends TableView<LayerStep> {
    private final Consumer<String> copy;
    private final Map<Integer, Integer> shared = new HashMap<>();

    LayerTable(Consumer<String> copy) {
        this.copy = copy;
        setId("image-layers");
        getStyleClass().add("image-layers");
        setAccessibleText("Layers");
        setPlaceholder(new EmptyState("No layers.", "The engine doesn’t say how this image was made."));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns()
                .setAll(List.of(
                        column("", 56, NumberCell::new),
                        column("Instruction", 0, InstructionCell::new),
                        column("Size", 96, SizeCell::new),
                        column("Share", 120, ShareCell::new),
                        column("Shared with", 112, () -> new SharedCell(shared)),
                        column("Created", 150, CreatedCell::new)));
        getColumns().get(2).getStyleClass().add("size-column");
        MenuItem item = new MenuItem("Copy instruction");
        item.setOnAction(event -> copySelected());
        setContextMenu(new ContextMenu(item));
    }

    /// @param sharedBy how many other images have the layer of a step, by its number
    void show(List<LayerStep> steps, Map<Integer, Integer> sharedBy) {
        shared.clear();
        shared.putAll(sharedBy);
        if (getItems().equals(steps)) {
            refresh();
        } else {
            getItems().setAll(steps);
        }
    }

    /// Returns whether there was something to copy.
    boolean copySelected() {
        LayerStep step = getSelectionModel().getSelectedItem();
        if (step != null) {
            copy.accept(step.instruction());
        }
        return step != null;
    }

    /// @param width 0 for the column that takes what the others leave
    private static TableColumn<LayerStep, LayerStep> column(
            String title, double width, java.util.function.Supplier<TableCell<LayerStep, LayerStep>> cell) {
        TableColumn<LayerStep, LayerStep> column = new TableColumn<>(title);
        if (width > 0) {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        } else {
            column.setMinWidth(160);
            column.setPrefWidth(500);
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(ignored -> cell.get());
        return column;
    }

    private abstract static class StepCell extends TableCell<LayerStep, LayerStep> {
        @Override
        protected final void updateItem(@Nullable LayerStep step, boolean empty) {
            super.updateItem(step, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            if (!empty && step != null) {
                show(step);
            }
        }

        abstract void show(LayerStep step);
    }

    private static final class NumberCell extends StepCell {
        NumberCell() {
            getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "step-number");
        }

        @Override
        void show(LayerStep step) {
            setText(String.valueOf(step.number()));
        }
    }

    private static final class InstructionCell extends StepCell {
        private final Label label = new Label();

        InstructionCell() {
            label.getStyleClass().add(StyleClasses.MONO_CAPTION);
            label.setMinWidth(0);
        }

        @Override
        void show(LayerStep step) {
            label.setText(step.instruction());
            label.getStyleClass().remove(StyleClasses.MUTED);
            if (!step.hasFiles()) {
                label.getStyleClass().add(StyleClasses.MUTED);
            }
            Tooltip tip = new Tooltip(step.instruction());
            tip.setWrapText(true);
            tip.setMaxWidth(720);
            setTooltip(tip);
            setGraphic(label);
        }
    }

    private static final class SizeCell extends StepCell {
        SizeCell() {
            setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("size-column");
        }

        @Override
        void show(LayerStep step) {
            setText(step.hasFiles() ? Sizes.of(step.entry().size()) : "–");
        }
    }

    private static final class ShareCell extends StepCell {
        private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
        private final StackPane area = new StackPane(bar);

        @Override
        void show(LayerStep step) {
            bar.setVisible(step.hasFiles());
            bar.setValue(step.share());
            bar.setAccessibleText(Math.round(step.share() * 100) + " percent of the image");
            setGraphic(area);
        }
    }

    private static final class SharedCell extends StepCell {
        private final Map<Integer, Integer> shared;

        SharedCell(Map<Integer, Integer> shared) {
            this.shared = shared;
            getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        }

        @Override
        void show(LayerStep step) {
            Integer count = shared.get(step.number());
            setText(count == null ? "" : count == 0 ? "No other" : count == 1 ? "1 image" : count + " images");
        }
    }

    private static final class CreatedCell extends StepCell {
        CreatedCell() {
            getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        }

        @Override
        void show(LayerStep step) {
            step.entry()
                    .created()
                    .filter(time -> time.isAfter(java.time.Instant.EPOCH))
                    .ifPresent(time -> setText(Times.full(time)));
        }
    }
}
