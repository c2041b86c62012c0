package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was done with the project from here: the command, when, how long it took, and how it ended. FX thread.
final class HistoryTab implements ProjectTab {
    private final ProjectViewModel model;
    private final ListView<ComposeRecord> list = new ListView<>();
    private final EmptyState nothing = new EmptyState(
            "Nothing was done with it from here yet.", "Each Up, Down and so on is kept, with its command.", List.of());
    private final StackPane root = new StackPane();

    HistoryTab(ProjectViewModel model, Consumer<String> copy) {
        this.model = model;
        list.setId("compose-history");
        list.getStyleClass().add("compose-history");
        list.setAccessibleText("History");
        list.setCellFactory(view -> new Cell(copy));
        model.projectProperty().subscribe(now -> {
            List<ComposeRecord> records = now.map(Project::history).orElse(List.of());
            if (!records.equals(list.getItems())) {
                list.getItems().setAll(records);
            }
            root.getChildren().setAll(records.isEmpty() ? nothing : list);
        });
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void enter() {
        list.refresh();
    }

    @Override
    public void leave() {}

    @Override
    public boolean settled() {
        return true;
    }

    @Override
    public void focusMain() {
        list.requestFocus();
    }

    private final class Cell extends ListCell<ComposeRecord> {
        private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
        private final Label command = new Label();
        private final Label words = new Label();
        private final Label when = new Label();
        private final Label took = new Label();
        private final HBox area;

        Cell(Consumer<String> copy) {
            command.getStyleClass().addAll(StyleClasses.MONO_CAPTION);
            command.setMinWidth(0);
            words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            words.setMinWidth(0);
            words.managedProperty().bind(words.textProperty().isNotEmpty());
            VBox what = new VBox(2, command, words);
            what.setMinWidth(0);
            what.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(what, Priority.ALWAYS);
            for (Label label : List.of(when, took)) {
                label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
                label.setMinWidth(USE_PREF_SIZE);
            }
            area = new HBox(
                    10,
                    glyph,
                    what,
                    took,
                    when,
                    new IconButton(Icons.COPY, Icons.SMALL, "Copy the command", () -> copy.accept(command.getText())));
            area.setAlignment(Pos.CENTER_LEFT);
            area.setMinHeight(44);
            area.setMinWidth(0);
            area.setPrefWidth(1);
        }

        @Override
        protected void updateItem(ComposeRecord record, boolean empty) {
            super.updateItem(record, empty);
            setText(null);
            setGraphic(empty || record == null ? null : area);
            if (empty || record == null) {
                return;
            }
            glyph.setGlyph(
                    switch (record.outcome()) {
                        case DONE -> StateGlyph.DONE;
                        case FAILED -> StateGlyph.FAILED;
                        case CANCELLED -> StateGlyph.STOPPED;
                    });
            command.setText(SafeText.output(record.what(), 400));
            words.setText(
                    switch (record.outcome()) {
                        case DONE -> record.engine().isEmpty() ? "" : "On " + SafeText.line(record.engine());
                        case FAILED ->
                            SafeText.output(record.words().lines().findFirst().orElse("Failed"), 300);
                        case CANCELLED -> "Cancelled";
                    });
            took.setText(Times.took(record.took()));
            Duration since = Duration.between(record.begun(), model.now());
            when.setText(Times.age(since.isNegative() ? Duration.ZERO : since) + " ago");
            Tip.on(when, Times.full(record.begun()));
            setAccessibleText(command.getText() + ", " + when.getText() + ", "
                    + record.outcome().name().toLowerCase(java.util.Locale.ROOT) + ", " + words.getText());
        }
    }
}
