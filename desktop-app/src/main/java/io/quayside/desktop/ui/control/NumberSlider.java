package io.quayside.desktop.ui.control;

import atlantafx.base.controls.ProgressSliderSkin;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A whole number with its name, a slider, and a field to type it into. What is typed counts with Enter or when the
/// field loses focus, and is brought into the range.
public final class NumberSlider extends HBox {
    private static final double NAME_WIDTH = 72;
    private static final double FIELD_WIDTH = 72;

    private final String unit;
    private final int least;
    private final int most;
    private final Slider slider;
    private final TextField field = new TextField();
    private final IntegerProperty value = new SimpleIntegerProperty();

    /// @param unit behind the number: "GB", or empty
    public NumberSlider(String name, String unit, int least, int most) {
        super(12);
        this.unit = unit;
        this.least = least;
        this.most = Math.max(least, most);
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(name);
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setMinWidth(NAME_WIDTH);
        label.setLabelFor(field);
        slider = new Slider(least, this.most, least);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        field.setAccessibleText(name);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(label, slider, field);
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

    private void show(int now, String name) {
        int inside = Math.clamp(now, least, most);
        if (inside != now) {
            value.set(inside);
            return;
        }
        if (Math.round(slider.getValue()) != inside) {
            slider.setValue(inside);
        }
        field.setText(unit.isEmpty() ? Integer.toString(inside) : inside + " " + unit);
        slider.setAccessibleText(name + ", " + field.getText());
    }

    private void commit() {
        String digits = field.getText().replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() < 7) {
            value.set(Math.clamp(Integer.parseInt(digits), least, most));
        }
        field.setText(unit.isEmpty() ? Integer.toString(value.get()) : value.get() + " " + unit);
    }
}
