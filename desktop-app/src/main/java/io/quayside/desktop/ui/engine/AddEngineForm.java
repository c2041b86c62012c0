package io.quayside.desktop.ui.engine;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.engine.AddEngineViewModel.Field;
import io.quayside.desktop.ui.engine.AddEngineViewModel.Way;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.io.File;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The form behind "Connect to another engine…". What is wrong stands at its field. Enter tries it, Esc closes it.
final class AddEngineForm extends VBox {
    private static final double LABELS = 150;

    private final AddEngineViewModel model;
    private final Runnable kept;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final HBox result = new HBox(8);

    /// @param kept an engine was added
    /// @param close the user wants no more of it
    AddEngineForm(AddEngineViewModel model, Runnable kept, Runnable close) {
        this.model = model;
        this.kept = kept;
        setId("add-engine");
        getStyleClass().add(StyleClasses.CARD);
        setSpacing(10);
        Label title = new Label("Connect to another engine");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Segments<Way> ways = new Segments<>(
                "Reached by",
                Arrays.stream(Way.values())
                        .map(way -> new Segments.Option<>(way, way.title))
                        .toList());
        ways.valueProperty().bindBidirectional(model.wayProperty());
        getChildren().addAll(title, line("Reached by", ways));
        for (Field field : Field.values()) {
            getChildren().add(row(field));
        }
        ActionButton add = new ActionButton("Test and add", this::add).primary();
        ActionButton cancel = new ActionButton("Cancel", close);
        result.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(result, Priority.ALWAYS);
        HBox foot = new HBox(8, result, cancel, add);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(foot);
        model.resultProperty().subscribe(this::show);
        model.wayProperty().subscribe(way -> input(Field.ADDRESS).setPromptText(way.example));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            } else if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                add();
            }
        });
    }

    void focusFirst() {
        focus(Field.NAME);
    }

    private void focus(Field field) {
        input(field).requestFocus();
    }

    private TextField input(Field field) {
        return Objects.requireNonNull(fields.get(field));
    }

    private void add() {
        model.add(kept).ifPresent(this::focus);
    }

    private static HBox line(String name, Node... parts) {
        Label label = new Label(name);
        label.setMinWidth(LABELS);
        label.setLabelFor(parts[0]);
        HBox line = new HBox(8, label);
        line.getChildren().addAll(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox row(Field field) {
        TextField input = new TextField();
        input.setId("add-engine-" + field.name().toLowerCase(Locale.ROOT));
        input.setAccessibleText(field.title);
        input.textProperty().bindBidirectional(model.textProperty(field));
        HBox.setHgrow(input, Priority.ALWAYS);
        fields.put(field, input);
        Label error = new Label("", Icons.ERROR.node(Icons.SMALL));
        error.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        error.setWrapText(true);
        HBox below = line("", error);
        model.wrongProperty(field).subscribe(what -> {
            error.setText(what.orElse(""));
            input.setAccessibleHelp(what.orElse(null));
            below.setVisible(what.isPresent());
            below.setManaged(what.isPresent());
        });
        HBox line = field.isFile()
                ? line(field.title, input, new ActionButton("Choose…", () -> choose(field, input)).small())
                : line(field.title, input);
        VBox row = new VBox(4, line, below);
        model.wayProperty().subscribe(way -> {
            row.setVisible(model.needs(field));
            row.setManaged(model.needs(field));
        });
        return row;
    }

    private void choose(Field field, TextField into) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(field.title);
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            into.setText(chosen.getPath());
        }
    }

    private void show(Optional<EngineTest> test) {
        result.getChildren().clear();
        if (test.isEmpty()) {
            return;
        }
        Label words = new Label(test.get().words());
        words.setWrapText(true);
        Node sign = switch (test.get()) {
            case EngineTest.Testing _ -> new Spinner();
            case EngineTest.Answers _ -> StateGlyph.DONE.node();
            case EngineTest.NotStarted _, EngineTest.Fails _ -> StateGlyph.FAILED.node();
        };
        result.getChildren().addAll(sign, words);
    }
}
