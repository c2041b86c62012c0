package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The steps, one a row: how far it is, its number, its instruction, its time. FX thread.
final class StepList extends ListView<ShownStep> {
    private static final double ROW = 37;

    private boolean showing;

    /// @param select gets the id of a step that somebody selects
    StepList(IntConsumer select) {
        setId("build-steps");
        getStyleClass().add("build-steps");
        setFixedCellSize(ROW);
        setCellFactory(view -> new Cell());
        setAccessibleText("Steps of the build");
        getSelectionModel().selectedItemProperty().subscribe(step -> {
            if (!showing && step != null && step.id() > 0) {
                select.accept(step.id());
            }
        });
    }

    /// Shows these; rows that are as they were stay untouched.
    void show(List<ShownStep> steps, OptionalInt selected) {
        showing = true;
        for (int i = 0; i < steps.size(); i++) {
            if (i >= getItems().size()) {
                getItems().add(steps.get(i));
            } else if (!getItems().get(i).equals(steps.get(i))) {
                getItems().set(i, steps.get(i));
            }
        }
        getItems().remove(steps.size(), getItems().size());
        int index = -1;
        for (int i = 0; i < steps.size(); i++) {
            index = selected.isPresent() && steps.get(i).id() == selected.getAsInt() ? i : index;
        }
        if (index != getSelectionModel().getSelectedIndex()) {
            getSelectionModel().clearAndSelect(index);
            if (index >= 0 && !isFocused()) {
                scrollTo(Math.max(0, index - 3));
            }
        }
        showing = false;
    }

    private static final class Cell extends ListCell<ShownStep> {
        private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
        private final Label number = new Label();
        private final Label stage = new Label();
        private final Label instruction = new Label();
        private final Label state = new Label();
        private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
        private final StackPane row;

        Cell() {
            number.setMinWidth(24);
            number.setAlignment(Pos.CENTER_RIGHT);
            number.getStyleClass().addAll(StyleClasses.MONO, StyleClasses.MUTED, StyleClasses.META);
            stage.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            stage.setMaxWidth(90);
            stage.managedProperty().bind(stage.textProperty().isNotEmpty());
            instruction.getStyleClass().addAll(StyleClasses.MONO, StyleClasses.META);
            instruction.setMinWidth(0);
            instruction.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(instruction, Priority.ALWAYS);
            state.setMinWidth(Region.USE_PREF_SIZE);
            state.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            HBox line = new HBox(8, glyph, number, stage, instruction, state);
            line.setAlignment(Pos.CENTER_LEFT);
            StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
            bar.setMaxWidth(Double.MAX_VALUE);
            row = new StackPane(line, bar);
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(ShownStep step, boolean empty) {
            super.updateItem(step, empty);
            setText(null);
            if (empty || step == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            glyph.setGlyph(step.glyph());
            number.setText(step.number());
            stage.setText(step.stage());
            instruction.setText(step.instruction());
            instruction.getStyleClass().remove(StyleClasses.MUTED);
            if (step.quiet()) {
                instruction.getStyleClass().add(StyleClasses.MUTED);
            }
            state.setText(step.state());
            bar.setVisible(step.share() >= 0);
            bar.setValue(step.share());
            setAccessibleText(step.sentence());
            setGraphic(row);
        }
    }
}
