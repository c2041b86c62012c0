package io.quayside.desktop.ui.list;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The box at the left of a row, in a place that is large enough to be hit and keeps clicks from the row. FX thread.
public final class CheckArea extends StackPane {
    private final CheckBox box = new CheckBox();

    public CheckArea() {
        getChildren().add(box);
        box.setFocusTraversable(false);
        setMinSize(44, 28);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 0, 0, 16));
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        setOnMouseClicked(event -> {
            box.fire();
            event.consume();
        });
    }

    /// Stands for one row until what is returned is closed.
    ///
    /// @param name what a click does, for screen readers: "Select web"
    public Subscription follow(ListRow<?> row, String name, HeaderCheck.Checks checks) {
        box.setIndeterminate(false);
        box.setAccessibleText(name);
        box.setOnAction(event -> checks.setChecked(List.of(row.id()), box.isSelected()));
        return row.checkedProperty().subscribe(box::setSelected);
    }

    /// Stands for the rows below a head until what is returned is closed: checks all of them, or none.
    ///
    /// @param keys those rows now
    /// @param changed when they are other ones
    public Subscription follow(
            Supplier<List<String>> keys, String name, HeaderCheck.Checks checks, ObservableValue<?> changed) {
        box.setAccessibleText(name);
        box.setOnAction(event -> checks.setChecked(keys.get(), !allChecked(keys.get(), checks)));
        Runnable mark = () -> {
            boolean all = allChecked(keys.get(), checks);
            box.setIndeterminate(!all && keys.get().stream().anyMatch(checks::isChecked));
            box.setSelected(all);
        };
        return Subscription.combine(
                checks.checkedCountProperty().subscribe(ignored -> mark.run()),
                changed.subscribe(ignored -> mark.run()));
    }

    private static boolean allChecked(List<String> keys, HeaderCheck.Checks checks) {
        return keys.stream().allMatch(checks::isChecked);
    }
}
