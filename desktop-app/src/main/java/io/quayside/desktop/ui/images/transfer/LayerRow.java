package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One layer on its way: glyph, id, bar, and what is being done with it.
final class LayerRow extends HBox {
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final Label words = new Label();
    private final String id;

    private final String existed;

    /// @param existed what is said of a layer that was where it is wanted before: "Already here"
    LayerRow(LayerProgress layer, String existed) {
        super(8);
        this.existed = existed;
        id = SafeText.line(layer.id());
        getStyleClass().add("layer-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(id);
        name.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        name.setMinWidth(96);
        name.setPrefWidth(96);
        words.getStyleClass().addAll(StyleClasses.META, "layer-words");
        words.setMinWidth(96);
        words.setPrefWidth(96);
        words.setAlignment(Pos.CENTER_RIGHT);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(glyph, name, bar, words);
        show(layer, true);
    }

    /// @param running whether it goes on; what was under way when it ended waits for another try
    void show(LayerProgress layer, boolean running) {
        bar.setVisible(true);
        switch (layer.phase()) {
            case EXISTED -> {
                bar.setVisible(false);
                say(StateGlyph.DONE, existed, true);
            }
            case DONE -> fill(MeterBar.Kind.SUCCESS, 1, StateGlyph.DONE, "Done", true);
            case WAITING -> fill(MeterBar.Kind.ACCENT, 0, StateGlyph.UNKNOWN, "Waiting", true);
            case MOVING ->
                fill(
                        MeterBar.Kind.ACCENT,
                        share(layer),
                        running ? StateGlyph.STARTING : StateGlyph.UNKNOWN,
                        layer.total() > 0 ? Sizes.ofTotal(layer.moved(), layer.total()) : Sizes.of(layer.current()),
                        !running);
            case RETRYING ->
                fill(
                        MeterBar.Kind.WARNING,
                        share(layer),
                        running ? StateGlyph.STARTING : StateGlyph.UNKNOWN,
                        running ? "Trying again" : "Waiting",
                        !running);
            case CHECKING -> fill(MeterBar.Kind.ACCENT, 1, StateGlyph.STARTING, "Checking", false);
            case ARRIVED -> fill(MeterBar.Kind.ACCENT, 1, StateGlyph.UNKNOWN, "Downloaded", true);
            case UNPACKING -> unpacking(layer, running);
        }
        setAccessibleText("Layer " + id + ", " + words.getText());
    }

    private static double share(LayerProgress layer) {
        return layer.size() > 0 ? (double) layer.moved() / layer.size() : 0;
    }

    private void unpacking(LayerProgress layer, boolean running) {
        boolean known = layer.total() > 0;
        double share = known ? Math.clamp((double) layer.current() / layer.total(), 0, 1) : 0;
        fill(
                MeterBar.Kind.MEMORY,
                share,
                running ? StateGlyph.STARTING : StateGlyph.UNKNOWN,
                known ? "Unpacking " + Math.round(share * 100) + "%" : "Unpacking",
                !running);
    }

    private void fill(MeterBar.Kind kind, double share, StateGlyph state, String text, boolean muted) {
        bar.setKind(kind);
        bar.glideTo(share);
        say(state, text, muted);
    }

    private void say(StateGlyph state, String text, boolean muted) {
        glyph.setGlyph(state);
        words.setText(text);
        words.getStyleClass().remove(StyleClasses.MUTED);
        if (muted) {
            words.getStyleClass().add(StyleClasses.MUTED);
        }
    }
}
