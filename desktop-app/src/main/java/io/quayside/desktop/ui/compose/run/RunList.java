package io.quayside.desktop.ui.compose.run;

import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// What takes part, one a row, and the steps of each service below it. FX thread.
final class RunList extends ListView<RunRow> {
    private static final double ROW = 28;

    private boolean showing;

    /// @param select hears of which service a row is that somebody selects
    RunList(Consumer<String> select) {
        setId("compose-run-list");
        getStyleClass().add("compose-run-list");
        setFixedCellSize(ROW);
        setCellFactory(view -> new Cell());
        setAccessibleText("Steps");
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!showing && row != null && !row.service().isEmpty()) {
                select.accept(row.service());
            }
        });
    }

    /// Shows these; rows that are as they were stay untouched.
    void show(List<RunRow> rows) {
        showing = true;
        for (int i = 0; i < rows.size(); i++) {
            if (i >= getItems().size()) {
                getItems().add(rows.get(i));
            } else if (!getItems().get(i).equals(rows.get(i))) {
                getItems().set(i, rows.get(i));
            }
        }
        getItems().remove(rows.size(), getItems().size());
        showing = false;
    }

    private static final class Cell extends ListCell<RunRow> {
        private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
        private final StackPane mark = new StackPane();
        private final Label text = new Label();
        private final Label time = new Label();
        private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
        private final HBox line = new HBox(10, mark, text, time);
        private final StackPane area = new StackPane(line, bar);

        Cell() {
            mark.setMinSize(16, 16);
            mark.setMaxSize(16, 16);
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            time.setMinWidth(USE_PREF_SIZE);
            time.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            line.setAlignment(Pos.CENTER_LEFT);
            StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
            StackPane.setMargin(bar, new Insets(0, 0, 0, 26));
            bar.setMaxWidth(Double.MAX_VALUE);
            area.setMinWidth(0);
            area.setPrefWidth(1);
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            glyph.setGlyph(row.glyph());
            boolean tick = row.step() && row.glyph() == StateGlyph.DONE;
            mark.getChildren().setAll(tick ? Icons.CHECK.node(Icons.SMALL) : glyph);
            mark.getStyleClass().setAll(tick ? "compose-tick" : "compose-mark");
            line.setPadding(new Insets(0, 0, 0, row.step() ? 24 : 0));
            text.setText(row.text());
            Tip.on(text, row.text());
            text.getStyleClass().removeAll(StyleClasses.MEDIUM, StyleClasses.META, StyleClasses.MUTED);
            text.getStyleClass().add(row.step() ? StyleClasses.META : StyleClasses.MEDIUM);
            if (row.quiet()) {
                text.getStyleClass().add(StyleClasses.MUTED);
            }
            time.setText(row.time());
            bar.setVisible(row.share() >= 0);
            bar.setValue(Math.max(0, row.share()));
            setAccessibleText(row.sentence());
            setGraphic(area);
        }
    }
}
