package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogStore;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Lines of a store, in their colours, following the end until somebody scrolls up: for pages that have output of
/// something else than a container. FX thread.
public final class OutputPane extends StackPane {
    private final ContainersParts parts;
    private final LogsViewModel model;
    private final LogCanvas canvas;
    private final LogCopy copier;
    private final LogSaving saving;
    private final Label empty = new Label();
    private final ActionButton pill;
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");

    public OutputPane(ContainersParts parts, ShellContext shell, SaveDialog save) {
        this.parts = parts;
        this.model = new LogsViewModel(parts);
        this.canvas = new LogCanvas(model);
        this.copier = new LogCopy(new DetailContext(parts, shell), model);
        this.saving = new LogSaving(parts, save);
        this.pill = new ActionButton("Follow", Icons.DOWN, canvas::follow).primary();
        getStylesheets()
                .add(Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm());
        canvas.setId("output-canvas");
        canvas.timesProperty().set(false);
        canvas.hideStreams();
        empty.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "log-empty");
        empty.setId("output-empty");
        empty.setMouseTransparent(true);
        setAlignment(empty, Pos.TOP_LEFT);
        pill.setId("output-follow");
        pill.getStyleClass().add("log-pill");
        pill.setGraphic(new HBox(6, Icons.DOWN.node(Icons.SMALL), Kbd.of("End")));
        pill.setFocusTraversable(false);
        setAlignment(pill, Pos.BOTTOM_RIGHT);
        setMargin(pill, new Insets(0, 26, 12, 0));
        getChildren().setAll(canvas, empty, pill);
        model.versionProperty().subscribe(ignored -> {
            canvas.refresh();
            matches.set(model.matchWords());
        });
        canvas.onPainted(this::says);
        canvas.followingProperty().subscribe(ignored -> says());
        says();
    }

    private void says() {
        pill.setVisible(!canvas.followingProperty().get());
        empty.setVisible(model.rows() == 0);
    }

    /// Shows this from now on, from its end.
    ///
    /// @param name in words, for titles
    /// @param nothing what is said while there is no line
    public void show(LogStore store, String name, String nothing) {
        empty.setText(nothing);
        canvas.begin();
        model.show(new StoreContent(parts, store, name));
        says();
    }

    /// Stops following.
    public void leave() {
        model.leave();
    }

    /// Copies what is selected, or everything.
    public void copy() {
        canvas.selected().or(this::everything).ifPresent(copier::copy);
    }

    private Optional<LogSelection.Range> everything() {
        return model.content()
                .map(LogContent::lines)
                .filter(lines -> lines.endLine() > lines.firstLine())
                .map(lines -> new LogSelection.Range(
                        new LogSelection.Place(lines.firstLine(), 0),
                        new LogSelection.Place(lines.endLine() - 1, Integer.MAX_VALUE)));
    }

    /// What is searched for; what matches is marked.
    public StringProperty queryProperty() {
        return model.find().queryProperty();
    }

    /// How many matches there are, and which match is the current one, in words; empty while nothing is searched.
    public ReadOnlyStringProperty matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /// Goes to the next match, or to the one before.
    public void step(int by) {
        if (model.rows() > 0) {
            long near = model.lineOf(Math.min(canvas.firstRow(), model.rows() - 1));
            model.step(by, near).ifPresent(canvas::reveal);
        }
    }

    /// Saves everything that is kept.
    public void save() {
        model.content()
                .ifPresent(content -> saving.save(
                        content.everything(), content.name(), getScene().getWindow()));
    }

    /// Whether the end is followed.
    public boolean isFollowing() {
        return canvas.followingProperty().get();
    }
}
