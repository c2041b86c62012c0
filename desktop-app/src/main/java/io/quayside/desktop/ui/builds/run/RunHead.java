package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Which build it is, how it stands, and the acts on it. FX thread.
final class RunHead extends HBox {
    private final Label title = new Label();
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label word = new Label();
    private final Label detail = new Label();
    private final ActionButton edit;
    private final ActionButton again;
    private final ActionButton cancel;

    RunHead(Runnable leave, Runnable edit, Runnable again, Runnable cancel) {
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Hyperlink list = new Hyperlink("Builds");
        list.getStyleClass().add("crumb");
        list.setOnAction(event -> {
            list.setVisited(false);
            leave.run();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        title.setId("build-title");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        word.setId("build-state");
        word.getStyleClass().add(StyleClasses.MEDIUM);
        word.setMinWidth(USE_PREF_SIZE);
        detail.setId("build-detail");
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        this.edit = new ActionButton("Edit Dockerfile", Icons.RENAME, edit);
        this.again = new ActionButton("Build again", Icons.RESTART, again).primary();
        this.cancel = new ActionButton("Cancel build", cancel);
        this.edit.setId("build-edit");
        this.again.setId("build-again");
        this.cancel.setId("build-cancel");
        for (ActionButton button : new ActionButton[] {this.edit, this.again, this.cancel}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren()
                .setAll(
                        new IconButton(Icons.CHEVRON_LEFT, "Back to builds", leave),
                        list,
                        slash,
                        title,
                        glyph,
                        word,
                        detail,
                        gap,
                        this.edit,
                        this.cancel,
                        this.again);
    }

    void show(Optional<BuildRecord> build, Instant now) {
        boolean there = build.isPresent();
        edit.setVisible(there);
        cancel.setVisible(build.filter(BuildRecord::isRunning).isPresent());
        again.setVisible(build.filter(one -> !one.isRunning()).isPresent());
        glyph.setVisible(there);
        if (build.isEmpty()) {
            title.setText("Not kept");
            word.setText("");
            detail.setText("There is no such build any more");
            return;
        }
        BuildRecord one = build.get();
        title.setText(SafeText.line(one.request().title()));
        String took = Times.took(one.took(now));
        glyph.setGlyph(
                switch (one.outcome()) {
                    case RUNNING -> StateGlyph.STARTING;
                    case BUILT -> StateGlyph.DONE;
                    case FAILED -> StateGlyph.FAILED;
                    case CANCELLED -> StateGlyph.STOPPED;
                    case LOST -> StateGlyph.UNKNOWN;
                });
        word.setText(
                switch (one.outcome()) {
                    case RUNNING -> "Building";
                    case BUILT -> "Built";
                    case FAILED -> "Failed";
                    case CANCELLED -> "Cancelled";
                    case LOST -> "Ended with Quayside";
                });
        int cached = one.cached();
        detail.setText(
                (one.isRunning() ? "for " + took : (one.outcome().name().equals("BUILT") ? "in " : "after ") + took)
                        + (cached == 0 ? "" : cached == 1 ? ", 1 step cached" : ", " + cached + " steps cached"));
    }
}
