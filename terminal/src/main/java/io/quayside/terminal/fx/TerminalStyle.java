package io.quayside.terminal.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The colours of a terminal view as properties of stylesheets: `-term-background`, `-term-foreground`, `-term-caret`,
/// `-term-selection`, `-term-mark`, `-term-mark-on` and `-term-ansi-0` to `-term-ansi-15`.
final class TerminalStyle {
    private static final List<String> NAMES = names();
    private static final List<Key> KEYS =
            NAMES.stream().map(name -> new Key(name, NAMES.indexOf(name))).toList();
    static final List<CssMetaData<? extends Styleable, ?>> METADATA = metadata();

    private static final int FIRST_ANSI = 6;

    private final List<SimpleStyleableObjectProperty<Paint>> properties = new ArrayList<>();
    private final Runnable changed;

    /// @param changed called when a stylesheet gave another colour
    TerminalStyle(TerminalView view, Runnable changed) {
        this.changed = changed;
        for (Key key : KEYS) {
            SimpleStyleableObjectProperty<Paint> property =
                    new SimpleStyleableObjectProperty<>(key, view, key.getProperty(), key.fallback());
            property.addListener(ignored -> this.changed.run());
            properties.add(property);
        }
    }

    private static List<String> names() {
        List<String> names =
                new ArrayList<>(List.of("background", "foreground", "caret", "selection", "mark", "mark-on"));
        for (int i = 0; i < 16; i++) {
            names.add("ansi-" + i);
        }
        return names;
    }

    private static List<CssMetaData<? extends Styleable, ?>> metadata() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(KEYS);
        return List.copyOf(all);
    }

    private Color color(int index) {
        return properties.get(index).get() instanceof Color color ? color : Color.GRAY;
    }

    TerminalColors colors() {
        List<Color> ansi = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ansi.add(color(FIRST_ANSI + i));
        }
        return new TerminalColors(color(0), color(1), ansi);
    }

    Color caret() {
        return color(2);
    }

    Color selection() {
        return color(3);
    }

    Color mark() {
        return color(4);
    }

    Color currentMark() {
        return color(5);
    }

    private StyleableProperty<Paint> property(int index) {
        return properties.get(index);
    }

    private static final class Key extends CssMetaData<TerminalView, Paint> {
        private final int index;

        Key(String name, int index) {
            super("-term-" + name, StyleConverter.getPaintConverter(), fallback(index));
            this.index = index;
        }

        private static Color fallback(int index) {
            return index == 0 ? Color.BLACK : Color.LIGHTGRAY;
        }

        Color fallback() {
            return fallback(index);
        }

        @Override
        public boolean isSettable(TerminalView view) {
            return !view.style().properties.get(index).isBound();
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(TerminalView view) {
            return view.style().property(index);
        }
    }
}
