package io.quayside.desktop.ui.shell.status;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The bar across the bottom: the engine at the left, the newest task at the right. Every segment is a button.
///
/// Its line of segments is laid out by itself: a figure that changes its width moves its neighbours and asks nothing of
/// the rest of the window.
public final class StatusBar extends Region {
    private static final PseudoClass AMBER = PseudoClass.getPseudoClass("amber");
    /// Pixels at a text size of 100 %.
    private static final double WIDE = 1100;
    private static final double NARROW = 800;
    private static final double TEXT = 12;

    private static final PseudoClass RED = PseudoClass.getPseudoClass("red");

    private final StateGlyphView glyph = StateGlyph.UNKNOWN.node();
    private final Label word = new Label();
    private final Label version = new Label();
    private final Button engine;
    private final Label note = new Label();
    private final Button noteSegment;
    private final Sparkline spark = new Sparkline(40, 14);
    private final Label cpuPercent = new Label();
    private final Button cpu;
    private final BarSegment memory;
    private final BarSegment disk;
    private final Label live = new Label();
    private final HBox segments;

    /// @param onEngine opens what tells more about the engine
    /// @param onDisk opens what tells more about its disk
    /// @param task the segment of the newest task
    public StatusBar(Runnable onEngine, Runnable onDisk, Node task) {
        getStyleClass().add(StyleClasses.STATUS_BAR);
        setId("status-bar");
        word.getStyleClass().add("strong");
        Gap gap = new Gap();
        HBox engineLine = new HBox(6, glyph, word, gap, version);
        engineLine.setAlignment(Pos.CENTER_LEFT);
        engineLine.setMinWidth(176);
        engine = segment("status-engine", engineLine, onEngine);
        noteSegment = segment("status-note", note, onEngine);
        cpuPercent.getStyleClass().add("strong");
        HBox cpuLine = new HBox(6, new Label("CPU"), spark, cpuPercent);
        cpuLine.setAlignment(Pos.CENTER_LEFT);
        cpu = segment("status-cpu", cpuLine, onEngine);
        memory = new BarSegment("status-memory", MeterBar.Kind.MEMORY, onEngine);
        disk = new BarSegment("status-disk", MeterBar.Kind.ACCENT, onDisk);
        Gap space = new Gap();
        segments = new HBox(engine, noteSegment, cpu, memory.button, disk.button, space, liveLabel(), task);
        segments.setAlignment(Pos.CENTER_LEFT);
        segments.setManaged(false);
        getChildren().add(segments);
        setFigures(FiguresLine.NONE);
        setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().subscribe(ignored -> fit());
        word.fontProperty().subscribe(ignored -> fit());
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        segments.resizeRelocate(0, top, getWidth(), getHeight() - top - snappedBottomInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + segments.prefHeight(-1) + snappedBottomInset();
    }

    /// Where the words need the room, the small pictures beside them go.
    private void fit() {
        double room = getWidth() * TEXT / word.getFont().getSize();
        boolean pictures = room >= WIDE;
        show(spark, pictures);
        memory.setPictures(pictures);
        disk.setPictures(pictures);
        show(version, room >= NARROW);
    }

    /// One button of the bar.
    public static Button segment(String id, Node content, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add(StyleClasses.STATUS_SEGMENT);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(content);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Takes no room: it is there for screen readers only.
    private Node liveLabel() {
        live.setId("status-live");
        live.setOpacity(0);
        live.setMinSize(0, 0);
        live.setPrefSize(0, 0);
        live.setMaxSize(0, 0);
        live.setMouseTransparent(true);
        return live;
    }

    /// Has a screen reader say this.
    public void announce(String text) {
        live.setText(text);
        live.setAccessibleText(text);
        live.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    public void setEngine(EngineLine line) {
        glyph.setGlyph(line.glyph());
        word.setText(line.word());
        version.setText(line.version());
        note.setText(line.note());
        show(noteSegment, !line.note().isEmpty());
        noteSegment.setAccessibleText(line.note());
        engine.setAccessibleText(line.sentence());
    }

    public void setFigures(FiguresLine line) {
        show(cpu, line.cpu().isPresent());
        line.cpu().ifPresent(this::setCpu);
        memory.set(line.memory());
        disk.set(line.disk());
    }

    private void setCpu(FiguresLine.Cpu now) {
        cpuPercent.setText(now.percent());
        double top =
                now.history().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        spark.setRecent(now.history(), EngineFigures.HISTORY, Math.max(10, top * 1.2), now.hint());
        cpu.setAccessibleText(now.hint());
        Tip.on(cpu, now.hint());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// A share with a bar and its words.
    private static final class BarSegment {
        private final Label label = new Label();
        private final MeterBar bar;
        private final MeterBar.Kind kind;
        private final Label used = new Label();
        private final Label total = new Label();
        private final Button button;
        private boolean pictures = true;
        private boolean measured;
        private FiguresLine.Level level = FiguresLine.Level.FINE;

        BarSegment(String id, MeterBar.Kind kind, Runnable action) {
            this.kind = kind;
            bar = new MeterBar(kind);
            bar.setPrefWidth(48);
            bar.setMinWidth(48);
            bar.setMaxWidth(48);
            used.getStyleClass().add("strong");
            HBox amount = new HBox(4, used, total);
            amount.setAlignment(Pos.CENTER_LEFT);
            HBox line = new HBox(6, label, bar, amount);
            line.setAlignment(Pos.CENTER_LEFT);
            button = segment(id, line, action);
        }

        void setPictures(boolean wanted) {
            pictures = wanted;
            show(bar, pictures && measured);
        }

        void set(Optional<FiguresLine.Bar> value) {
            show(button, value.isPresent());
            value.ifPresent(this::set);
        }

        /// Colours are looked up anew, so only when there is another.
        private void setLevel(FiguresLine.Level next) {
            level = next;
            bar.setKind(
                    switch (level) {
                        case FINE -> kind;
                        case AMBER -> MeterBar.Kind.WARNING;
                        case RED -> MeterBar.Kind.DANGER;
                    });
            button.pseudoClassStateChanged(AMBER, level == FiguresLine.Level.AMBER);
            button.pseudoClassStateChanged(RED, level == FiguresLine.Level.RED);
        }

        private void set(FiguresLine.Bar value) {
            label.setText(value.label());
            measured = !Double.isNaN(value.share());
            show(bar, pictures && measured);
            bar.setValue(value.share());
            if (value.level() != level) {
                setLevel(value.level());
            }
            used.setText(value.used());
            total.setText(value.total());
            show(total, !value.total().isEmpty());
            String full = value.level() == FiguresLine.Level.FINE ? value.hint() : value.label() + ". " + value.hint();
            button.setAccessibleText(full);
            Tip.on(button, full);
        }
    }
}
