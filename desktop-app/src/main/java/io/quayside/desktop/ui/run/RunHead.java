package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/// Where one is, the container that is edited with its state, or another one that a new one can start from.
final class RunHead extends HBox {
    private static final String START = "Start from…";

    private final RunViewModel model;
    private final Hyperlink edited = new Hyperlink();
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label word = new Label();
    private final Label detail = new Label();
    private final MenuButton startFrom = new MenuButton(START);
    private final Runnable load;

    /// @param leave goes back to the list
    /// @param open shows the container with an id
    /// @param load shows in the form what the model says
    RunHead(boolean edits, RunViewModel model, Runnable leave, Consumer<String> open, Runnable load) {
        this.model = model;
        this.load = load;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Hyperlink list = crumb(leave);
        list.setText("Containers");
        edited.setId("edit-name");
        Label title = new Label(edits ? "Edit and recreate" : "Run container");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setId("run-title");
        title.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        Label hint = new Label("Esc closes and keeps the draft");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        getChildren().addAll(new IconButton(Icons.CHEVRON_LEFT, "Back to containers", leave), list, slash());
        if (edits) {
            getChildren().addAll(link(edited, open), slash(), title, state(), gap, hint);
            model.editProperty().subscribe(ignored -> showEdited());
            model.checksProperty().subscribe(ignored -> showEdited()); // as of the same time
        } else {
            startFrom.setId("run-start-from");
            startFrom.setMaxWidth(260);
            startFrom.getStyleClass().add(StyleClasses.SMALL);
            startFrom.setAccessibleText("Start from a container");
            startFrom.setOnShowing(event -> fill());
            fill();
            getChildren().addAll(title, gap, hint, startFrom);
        }
    }

    private static Hyperlink crumb(Runnable act) {
        return link(new Hyperlink(), ignored -> act.run());
    }

    private static Hyperlink link(Hyperlink link, Consumer<String> act) {
        link.getStyleClass().add("crumb");
        link.setOnAction(event -> {
            link.setVisited(false);
            act.accept(String.valueOf(link.getUserData()));
        });
        return link;
    }

    private static Label slash() {
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        return slash;
    }

    private Node state() {
        word.getStyleClass().add(StyleClasses.MEDIUM);
        word.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox state = new HBox(6, glyph, word, detail);
        state.setId("edit-state");
        state.setAlignment(Pos.CENTER_LEFT);
        return state;
    }

    private void showEdited() {
        Optional<Container> container = model.edited();
        edited.setText(model.editProperty()
                .get()
                .map(one -> SafeText.line(one.details().name()))
                .orElse(""));
        edited.setUserData(
                model.editProperty().get().map(one -> one.details().id()).orElse(""));
        Optional<StatusText> status = container.map(one -> StatusText.of(one, model.now()));
        glyph.setVisible(status.isPresent());
        glyph.setGlyph(status.map(StatusText::glyph).orElse(StateGlyph.UNKNOWN));
        word.setText(status.map(StatusText::word).orElse(""));
        detail.setText(status.map(StatusText::detail).orElse(""));
    }

    private void fill() {
        List<MenuItem> items = model.containers().stream().map(this::item).toList();
        startFrom.getItems().setAll(items);
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("There are no containers");
            none.setDisable(true);
            startFrom.getItems().setAll(none);
        }
    }

    private MenuItem item(Container container) {
        String name = name(container);
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> startFrom(container.id(), name));
        return item;
    }

    /// Takes what another container is made from.
    void startFrom(String id) {
        startFrom(
                id,
                model.containers().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(RunHead::name)
                        .orElse(id));
    }

    private void startFrom(String id, String name) {
        model.startFrom(id, () -> {
            startFrom.setText("Start from: " + name);
            load.run();
        });
    }

    /// "web in view-count".
    private static String name(Container container) {
        return SafeText.line(container.name())
                + container
                        .project()
                        .map(project -> " in " + SafeText.line(project))
                        .orElse("");
    }

    /// The form is about something else now.
    void begin() {
        startFrom.setText(START);
    }
}
