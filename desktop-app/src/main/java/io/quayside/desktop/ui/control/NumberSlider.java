package io.quayside.desktop.ui.control;

import atlantafx.base.controls.ProgressSliderSkin;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A whole number with its name, a slider, and a field to type it into. What is typed counts with Enter or when the
/// field loses focus, and is brought into the range.
public final class NumberSlider extends VBox {
    private static final double NAME_WIDTH = 72;
    private static final double GAP = 12;
    private static final double THUMB = 16;
    private static final double FIELD_WIDTH = 72;

    private final String unit;
    private final int least;
    private final int most;
    private final Slider slider;
    private final Track track;
    private final TextField field = new TextField();
    private final Label before = new Label();
    private OptionalInt applied = OptionalInt.empty();
    private final IntegerProperty value = new SimpleIntegerProperty();

    /// @param unit behind the number: "GB", or empty
    public NumberSlider(String name, String unit, int least, int most) {
        this.unit = unit;
        this.least = least;
        this.most = Math.max(least, most);
        HBox row = new HBox(GAP);
        row.setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(name);
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setMinWidth(NAME_WIDTH);
        label.setLabelFor(field);
        slider = new Slider(least, this.most, least);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        track = new Track();
        HBox.setHgrow(track, Priority.ALWAYS);
        field.setAccessibleText(name);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        row.getChildren().addAll(label, track, field);
        getChildren().add(row);
        value.set(least);
        slider.valueProperty().subscribe(now -> value.set((int) Math.round(now.doubleValue())));
        value.subscribe(now -> show(now.intValue(), name));
        field.setOnAction(ignored -> commit());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                value.set(Math.clamp(value.get() + (event.getCode() == KeyCode.UP ? 1L : -1L), least, most));
                event.consume();
            }
        });
    }

    /// Always in the range.
    public IntegerProperty valueProperty() {
        return value;
    }

    public TextField field() {
        return field;
    }

    /// What the ends of the slider mean, below it. To be called once.
    public void setEnds(String low, String high) {
        Label left = caption(low);
        Label right = caption(high);
        before.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        before.setMinWidth(FIELD_WIDTH);
        before.setAlignment(Pos.CENTER_RIGHT);
        Gap gap = new Gap();
        HBox ends = new HBox(left, gap, right);
        ends.setPadding(new Insets(0, THUMB / 2, 0, THUMB / 2));
        HBox.setHgrow(ends, Priority.ALWAYS);
        Region under = new Region();
        under.setMinWidth(NAME_WIDTH);
        getChildren().add(new HBox(GAP, under, ends, before));
    }

    /// What counts now: a tick on the slider, and "was 6" once another number is chosen.
    public void setApplied(int number) {
        applied = OptionalInt.of(number);
        track.requestLayout();
        sayBefore();
    }

    private void sayBefore() {
        boolean changed = applied.isPresent() && applied.getAsInt() != value.get();
        before.setText(changed ? "was " + text(applied.getAsInt()) : "");
        track.tick.setVisible(changed);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private String text(int number) {
        return unit.isEmpty() ? Integer.toString(number) : number + " " + unit;
    }

    private void show(int now, String name) {
        int inside = Math.clamp(now, least, most);
        if (inside != now) {
            value.set(inside);
            return;
        }
        if (Math.round(slider.getValue()) != inside) {
            slider.setValue(inside);
        }
        field.setText(text(inside));
        sayBefore();
        slider.setAccessibleText(name + ", " + field.getText());
    }

    private void commit() {
        String digits = field.getText().replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() < 7) {
            value.set(Math.clamp(Integer.parseInt(digits), least, most));
        }
        field.setText(text(value.get()));
    }

    /// The slider with a tick on it.
    private final class Track extends StackPane {
        private final Region tick = new Region();

        Track() {
            super(slider);
            tick.getStyleClass().add("qs-slider-tick");
            tick.setManaged(false);
            tick.setMouseTransparent(true);
            tick.setVisible(false);
            getChildren().add(tick);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (applied.isPresent() && most > least) {
                double share = (double) (applied.getAsInt() - least) / (most - least);
                double at = THUMB / 2 + share * (getWidth() - THUMB);
                tick.resizeRelocate(Math.rint(at) - 1, getHeight() / 2 - 6, 2, 12);
            }
        }
    }
}
