package io.quayside.desktop.ui.containers.detail.logs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The colours of a [LogCanvas] as its stylesheet has them now.
final class Inks {
    private static final StyleablePropertyFactory<LogCanvas> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<Ink, CssMetaData<LogCanvas, Paint>> META = new EnumMap<>(Ink.class);

    private static final CssMetaData<LogCanvas, Number> SIZE =
            STYLES.createSizeCssMetaData("-log-font-size", LogCanvas::size, 12, false);

    static {
        for (Ink ink : Ink.values()) {
            META.put(
                    ink,
                    STYLES.createPaintCssMetaData(
                            ink.property(), canvas -> canvas.inks().property(ink), Color.GRAY, false));
        }
    }

    private final Map<Ink, SimpleStyleableObjectProperty<Paint>> values = new EnumMap<>(Ink.class);

    /// @param changed a colour is another one
    Inks(LogCanvas canvas, Runnable changed) {
        META.forEach((ink, meta) -> {
            SimpleStyleableObjectProperty<Paint> value =
                    new SimpleStyleableObjectProperty<>(meta, canvas, ink.name(), Color.GRAY);
            value.subscribe((before, now) -> changed.run());
            values.put(ink, value);
        });
    }

    Paint of(Ink ink) {
        SimpleStyleableObjectProperty<Paint> value = values.get(ink);
        return value == null ? Color.GRAY : value.get();
    }

    /// The colour of a stretch of output.
    Paint of(int colour) {
        if (colour >= LogText.RGB) {
            return Color.rgb(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
        }
        return switch (colour) {
            case LogText.PLAIN -> of(Ink.PLAIN);
            case LogText.DIM -> of(Ink.MUTED);
            default -> of(Ink.ofSixteen(colour));
        };
    }

    private StyleableProperty<Paint> property(Ink ink) {
        return java.util.Objects.requireNonNull(values.get(ink));
    }

    /// How large text is, in pixels.
    static StyleableProperty<Number> size(LogCanvas canvas, Runnable changed) {
        SimpleStyleableDoubleProperty size = new SimpleStyleableDoubleProperty(SIZE, canvas, "size", 12.0);
        size.subscribe((before, now) -> changed.run());
        return size;
    }

    static List<CssMetaData<? extends Styleable, ?>> meta() {
        return new ArrayList<>(STYLES.getCssMetaData());
    }
}
