package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Any number of values below each other, each with a button that takes it away. FX thread.
///
/// @param <T> a value
final class RowsEditor<T> extends VBox {
    /// The fields of one value.
    interface Row<T> {
        /// What they say, empty for nothing.
        Optional<T> value();

        List<? extends Control> fields();

        default void focus() {
            fields().getFirst().requestFocus();
        }
    }

    /// Makes the fields of a value; empty for a new one.
    interface Factory<T> {
        Row<T> of(Optional<T> value, Runnable changed);
    }

    private final String noun;
    private final Factory<T> factory;
    private final Consumer<List<T>> changed;
    private final List<Row<T>> rows = new ArrayList<>();
    private final VBox lines = new VBox(8);
    private final ActionButton add;
    private boolean loading;

    /// @param changed gets all values after each change
    RowsEditor(String noun, String addId, Factory<T> factory, Consumer<List<T>> changed) {
        super(8);
        this.noun = noun;
        this.factory = factory;
        this.changed = changed;
        lines.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(lines.getChildren()));
        add = BuildSection.adds("Add " + noun, addId, () -> add(Optional.empty(), true));
        HBox actions = new HBox(16, add);
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(lines, actions);
    }

    /// Shows these.
    void load(List<T> values) {
        loading = true;
        rows.clear();
        lines.getChildren().clear();
        values.forEach(value -> add(Optional.of(value), false));
        loading = false;
    }

    /// Puts a row of another kind among them.
    ///
    /// @param removable whether it has the button
    void put(int index, Row<T> row, boolean removable) {
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(row.fields());
        IconButton away = new IconButton(Icons.CLOSE, "Remove this " + noun, () -> {
            rows.remove(row);
            lines.getChildren().remove(line);
            tell();
        });
        away.setVisible(removable); // its place is kept, so that all fields end below each other
        line.getChildren().add(away);
        rows.add(index, row);
        lines.getChildren().add(index, line);
    }

    private void add(Optional<T> value, boolean focus) {
        Row<T> row = factory.of(value, this::tell);
        put(rows.size(), row, true);
        if (focus) {
            row.focus();
        }
    }

    void tell() {
        if (!loading) {
            changed.accept(
                    rows.stream().map(Row::value).flatMap(Optional::stream).toList());
        }
    }

    /// No more can be added, for a reason; an empty one takes that back.
    void refuse(String reason) {
        add.setUnavailable(Optional.of(reason).filter(words -> !words.isEmpty()));
    }

    void mark(boolean wrong) {
        rows.forEach(row -> row.fields().forEach(field -> field.pseudoClassStateChanged(BuildSection.ERROR, wrong)));
    }

    /// Moves the focus to the first value, or to a new one.
    void focusFirst() {
        if (rows.isEmpty()) {
            add(Optional.empty(), true);
        } else {
            rows.getFirst().focus();
        }
    }
}
