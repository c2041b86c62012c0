package io.quayside.desktop.ui.builds.cache;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.BuildCacheEntry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The build cache in a dialog: its records, and what of them is to go. FX thread.
public final class CachePanel extends VBox {
    private static final double WIDTH = 820;
    private static final double LIST = 300;

    private final BuildCacheViewModel model;
    private final CacheTable table;
    private final Label summary = new Label();
    private final Label sum = new Label();
    private final StackPane problem = new StackPane();
    private final Segments<CachePrune> choice = new Segments<>(
            "What goes",
            Arrays.stream(CachePrune.values())
                    .map(each -> new Segments.Option<>(each, each.title()))
                    .toList());
    private final ActionButton close;
    private final ActionButton act;

    public CachePanel(BuildCacheViewModel model, Runnable onClose) {
        this.model = model;
        this.table = new CacheTable(model::now);
        model.begin();
        setId("build-cache");
        getStyleClass().addAll(StyleClasses.CONFIRM, "cache-panel");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label("Build cache");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setId("build-cache-summary");
        HBox head = new HBox(10, title, summary);
        head.setAlignment(Pos.BASELINE_LEFT);
        table.node().setPrefHeight(LIST);
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        sum.setId("build-cache-sum");
        close = new ActionButton("Close", onClose);
        act = new ActionButton(
                "Delete", () -> model.prune(choice.valueProperty().get()));
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        act.setId("build-cache-delete");
        Gap gap = new Gap();
        HBox buttons = new HBox(8, choice, gap, close, act);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, table.node(), problem, sum, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                onClose.run();
            }
        });
        choice.valueProperty().set(CachePrune.OLD);
        model.entriesProperty().subscribe(ignored -> update());
        choice.valueProperty().subscribe(ignored -> update());
        model.resultProperty().subscribe(ignored -> update());
        model.pruningProperty().subscribe(ignored -> update());
        model.problemProperty().subscribe(this::show);
        model.ask();
    }

    /// Puts the focus where it starts.
    public void focusClose() {
        close.requestFocus();
    }

    private void update() {
        CachePrune what = choice.valueProperty().get();
        if (what == null) {
            return;
        }
        List<BuildCacheEntry> all = model.entriesProperty().get().orElse(List.of());
        List<BuildCacheEntry> going = model.going(what);
        Set<String> ids = new HashSet<>(going.stream().map(BuildCacheEntry::id).toList());
        table.show(all, ids);
        summary.setText(
                model.entriesProperty().get().isEmpty()
                        ? "Asking the engine…"
                        : Sizes.of(CachePrune.size(all)) + " in " + records(all.size()));
        String becomes = going.isEmpty()
                ? "Nothing to delete: " + none(what, all)
                : records(going.size()) + " with " + Sizes.of(CachePrune.size(going))
                        + " go. Images stay; the next builds take longer.";
        sum.setText(
                model.resultProperty().get().isEmpty()
                        ? becomes
                        : model.resultProperty().get() + " " + becomes);
        String size = going.isEmpty() ? "" : " " + Sizes.of(CachePrune.size(going));
        act.setText(model.pruningProperty().get() ? "Deleting…" : "Delete" + size);
        act.setUnavailable(
                model.pruningProperty().get()
                        ? Optional.of("It is being deleted")
                        : going.isEmpty() ? Optional.of("Nothing to delete") : Optional.empty());
    }

    private static String none(CachePrune what, List<BuildCacheEntry> all) {
        if (all.isEmpty()) {
            return "the build cache is empty. The engine's own builder keeps its steps as image layers.";
        }
        return switch (what) {
            case OLD -> "everything was used in the last 7 days.";
            case LOOSE -> "everything is in use or part of an image.";
            case ALL -> "everything is in use.";
        };
    }

    private static String records(int count) {
        return count == 1 ? "1 record" : count + " records";
    }

    private void show(Optional<Problem> why) {
        problem.setVisible(why.isPresent());
        problem.setManaged(why.isPresent());
        problem.getChildren()
                .setAll(why.stream()
                        .map(each -> new ProblemPane(ProblemPane.Form.BANNER, each))
                        .toList());
    }
}
