package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.engine.ChooseEngineViewModel.Candidate;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The list of engines: name, address, what came of a live test, and [Use].
final class ChooseEngineView extends VBox {
    private final ChooseEngineViewModel model;
    private final VBox rows = new VBox();
    private final VBox form = new VBox();
    private final AddEngineForm add;
    private final ActionButton another;
    private final Runnable done;

    /// @param done the user made a choice
    ChooseEngineView(ChooseEngineViewModel model, AddEngineViewModel added, Runnable done) {
        this.model = model;
        this.add = new AddEngineForm(added, this::added, this::closeForm);
        this.another = new ActionButton("Connect to another engine…", Icons.ADD, this::openForm).small();
        this.done = done;
        setId("engine-choices");
        setSpacing(8);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Engines found");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        rows.setSpacing(8);
        closeForm();
        getChildren().addAll(head(), form, scroll);
        model.candidates().addListener((ListChangeListener<Candidate>) change -> fill());
    }

    void open() {
        model.refresh();
    }

    boolean settled() {
        return model.settled();
    }

    void focusFirst() {
        rows.lookupAll(".button").stream().findFirst().ifPresent(node -> node.requestFocus());
    }

    /// Opens the form for another engine, above the list.
    void openForm() {
        form.getChildren().setAll(add);
        form.setManaged(true);
        form.setVisible(true);
        add.focusFirst();
    }

    private void closeForm() {
        boolean hadFocus = add.isFocusWithin();
        form.getChildren().clear();
        form.setManaged(false);
        form.setVisible(false);
        if (hadFocus) {
            another.requestFocus();
        }
    }

    private void added() {
        closeForm();
        model.refresh();
    }

    private HBox head() {
        Label text = new Label(
                "Contexts of docker, sockets found on this computer, and engines you added. Each is tested now.");
        text.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox head = new HBox(
                8, text, gap, another, new IconButton(Icons.REFRESH, "Look for engines again", model::refresh));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fill() {
        rows.getChildren().setAll(model.candidates().stream().map(this::row).toList());
    }

    private HBox row(Candidate candidate) {
        EngineChoice choice = candidate.choice();
        boolean inUse = model.isInUse(choice);
        StateGlyphView glyph = StateGlyph.STARTING.node();
        Label title = new Label(choice.title());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label address = new Label(choice.address());
        address.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        Label result = new Label();
        result.getStyleClass().add(StyleClasses.META);
        result.setWrapText(true);
        VBox text = new VBox(2, title, address, result);
        HBox.setHgrow(text, Priority.ALWAYS);
        ActionButton use = new ActionButton(inUse ? "In use" : "Use", () -> {
                    model.use(candidate);
                    done.run();
                })
                .small();
        IconButton again =
                new IconButton(Icons.REFRESH, "Test " + choice.title() + " again", () -> model.test(candidate));
        candidate.testProperty().subscribe(test -> {
            result.setText(test.words());
            glyph.setGlyph(glyph(test));
            boolean starts = test instanceof EngineTest.NotStarted;
            use.setText(starts ? "Start and use" : inUse ? "In use" : "Use");
            use.setAccessibleText((starts ? "Start and use " : inUse ? "In use: " : "Use ") + choice.title());
            use.setUnavailable(
                    inUse && !starts
                            ? Optional.of("It is in use already")
                            : choice.problem().map(problem -> "Its description is broken"));
        });
        HBox row = new HBox(12, glyph, text, again, use);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(StyleClasses.CARD);
        model.added(choice).ifPresent(engine -> {
            IconButton remove = new IconButton(
                    Icons.DELETE, "Remove " + choice.title() + " from this list", () -> model.remove(engine));
            remove.setUnavailable(inUse ? Optional.of("It is in use") : Optional.empty());
            row.getChildren().add(2, remove);
        });
        return row;
    }

    private static StateGlyph glyph(EngineTest test) {
        return switch (test) {
            case EngineTest.Testing _ -> StateGlyph.STARTING;
            case EngineTest.Answers _ -> StateGlyph.RUNNING;
            case EngineTest.NotStarted _ -> StateGlyph.CREATED;
            case EngineTest.Fails _ -> StateGlyph.FAILED;
        };
    }
}
