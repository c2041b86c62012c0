package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A container in the list of those whose output stands together. FX thread.
final class SourceRow extends HBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label lines = new Label();
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final ToggleButton solo = new ToggleButton("Solo");

    SourceRow(TogetherViewModel model, int place) {
        getStyleClass().add("source");
        name.getStyleClass().addAll(StyleClasses.META, "name", "service-" + (place % LogService.COLOURS + 1));
        lines.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        VBox words = new VBox(name, lines);
        words.setMinWidth(0);
        words.setOnMouseClicked(event -> model.toggle(place));
        HBox.setHgrow(words, Priority.ALWAYS);
        box.setOnAction(event -> model.toggle(place));
        solo.getStyleClass().addAll(StyleClasses.SMALL, "solo");
        solo.setMinWidth(USE_PREF_SIZE);
        solo.setOnAction(event -> model.solo(place));
        box.setId("log-source-" + (place + 1));
        solo.setId("log-solo-" + (place + 1));
        getChildren().addAll(box, words, glyph, solo);
    }

    void show(TogetherViewModel.Source source) {
        String said = source.service().name();
        name.setText(said);
        Tip.on(name, source.line().name());
        box.setSelected(source.on());
        box.setAccessibleText("Show " + said + ", " + source.line().status().word());
        solo.setSelected(source.solo());
        solo.setAccessibleText("Only " + said);
        glyph.setGlyph(source.line().status().glyph());
        pseudoClassStateChanged(OFF, !source.on());
    }

    void count(long count) {
        lines.setText(LogsPane.number(count) + (count == 1 ? " line" : " lines"));
    }
}
