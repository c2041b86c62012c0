package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The field that takes the place of a name while it is changed. Enter renames, Esc and leaving the field don't. FX
/// thread.
final class RenameField {
    private final ReadOnlyObjectWrapper<@Nullable ContainerRow> row = new ReadOnlyObjectWrapper<>();
    private final TextField field = new TextField();
    private final BiConsumer<ContainerRow, String> renamed;
    private final Runnable over;

    /// @param over puts the focus back into the table
    RenameField(BiConsumer<ContainerRow, String> renamed, Runnable over) {
        this.renamed = renamed;
        this.over = over;
        field.setId("rename-field");
        field.getStyleClass().add(StyleClasses.SMALL);
        field.setOnAction(event -> commit());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                end();
            }
        });
    }

    /// The row that is renamed now.
    ReadOnlyObjectProperty<@Nullable ContainerRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void begin(ContainerRow of) {
        field.setText(of.line().container().name());
        field.setAccessibleText("New name of " + of.line().name());
        row.set(of);
        field.requestFocus();
        field.selectAll();
    }

    /// The field, to be shown in the row's place of the name.
    TextField field(ContainerRow of) {
        return field;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end();
            over.run();
        }
    }

    private void commit() {
        ContainerRow of = row.get();
        String name = field.getText().strip();
        end();
        over.run();
        if (of != null && !name.isEmpty() && !name.equals(of.line().container().name())) {
            renamed.accept(of, name);
        }
    }

    private void end() {
        row.set(null);
    }
}
