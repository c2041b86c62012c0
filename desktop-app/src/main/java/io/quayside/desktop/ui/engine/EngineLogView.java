package io.quayside.desktop.ui.engine;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The engine's log: filter, warnings only, follow, save. Follows the end until the user scrolls up.
final class EngineLogView extends VBox {
    private static final double LINE = 20;
    private static final double TIME = 64;
    private static final double LEVEL = 52;

    private final EngineLogViewModel model;
    private final ListView<EngineLogLine> list = new ListView<>();
    private final ListChangeListener<EngineLogLine> toTheEnd = change -> scrollToEnd();
    private final IconButton follow;
    private boolean following = true;

    EngineLogView(EngineLogViewModel model, Runnable save) {
        this.model = model;
        this.follow = new IconButton(Icons.DOWN, "Follow the end of the log", this::followAgain);
        setId("engine-log");
        getStyleClass().add(StyleClasses.CARD);
        setSpacing(8);
        list.setItems(model.shown());
        list.setCellFactory(ignored -> new LineCell());
        list.setFixedCellSize(LINE);
        list.getStyleClass().addAll(StyleClasses.LOG, StyleClasses.TERMINAL_AREA);
        list.setAccessibleText("Lines of the engine's log");
        list.setPlaceholder(new Label("No output yet."));
        list.setOnScroll(event -> {
            if (event.getDeltaY() > 0) {
                following = false;
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(save), list);
    }

    Subscription open() {
        model.shown().addListener(toTheEnd);
        Subscription tail = model.follow();
        return Subscription.all(tail, () -> model.shown().removeListener(toTheEnd));
    }

    private VBox head(Runnable save) {
        Label title = new Label("Engine log");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Gap gap = new Gap();
        SearchField filter = new SearchField("Filter the log", "").small();
        filter.setId("engine-log-filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        Segments<Boolean> which = new Segments<>(
                "Show", List.of(new Segments.Option<>(false, "All"), new Segments.Option<>(true, "Warnings")));
        which.valueProperty().subscribe(only -> model.onlyProblemsProperty().set(only));
        title.setMinWidth(USE_PREF_SIZE);
        which.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, gap, which, follow, new IconButton(Icons.PULL, "Save the engine log…", save));
        head.setAlignment(Pos.CENTER_LEFT);
        filter.setMaxWidth(Double.MAX_VALUE);
        return new VBox(8, head, filter);
    }

    private void followAgain() {
        following = true;
        scrollToEnd();
    }

    private void scrollToEnd() {
        if (following && !model.shown().isEmpty()) {
            list.scrollTo(model.shown().size() - 1);
        }
    }

    /// One line: time, level, text.
    private static final class LineCell extends ListCell<EngineLogLine> {
        private final Label time = new Label();
        private final Label level = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(12, time, level, text);

        LineCell() {
            time.setMinWidth(TIME);
            level.setMinWidth(LEVEL);
            // A line of no form begins where all lines do.
            for (Label part : List.of(time, level)) {
                part.managedProperty().bind(part.visibleProperty());
            }
            time.getStyleClass().add(StyleClasses.MUTED);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(EngineLogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText(line.time());
            time.setVisible(!line.time().isEmpty());
            level.setVisible(!line.level().isEmpty());
            level.setText(line.level());
            text.setText(line.text());
            level.getStyleClass().removeAll(StyleClasses.TEXT_WARNING, StyleClasses.TEXT_DANGER, StyleClasses.MUTED);
            level.getStyleClass()
                    .add(
                            line.isError()
                                    ? StyleClasses.TEXT_DANGER
                                    : line.isProblem() ? StyleClasses.TEXT_WARNING : StyleClasses.MUTED);
            setAccessibleText(line.raw());
            setGraphic(row);
        }
    }
}
