package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.ImageSelection;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;

/// The box in the header: checks all rows that the list shows, or none.
final class ImageHeaderCheck {
    private final CheckBox box = new CheckBox();
    private final StackPane area = new StackPane(box);
    private final ImageSelection selection;
    private final Supplier<List<String>> shown;

    ImageHeaderCheck(ImageSelection selection, Supplier<List<String>> shown) {
        this.selection = selection;
        this.shown = shown;
        area.setMinWidth(44);
        area.setAlignment(Pos.CENTER_LEFT);
        area.setPadding(new Insets(0, 0, 0, 16));
        box.setFocusTraversable(false);
        box.setAccessibleText("Select all images");
        box.setOnAction(event -> selection.setChecked(shown.get(), !allChecked()));
        selection.checkedCountProperty().subscribe((before, now) -> update());
    }

    Node node() {
        return area;
    }

    void update() {
        boolean some = selection.checkedCountProperty().get() > 0;
        boolean all = some && allChecked();
        box.setIndeterminate(some && !all);
        box.setSelected(all);
    }

    private boolean allChecked() {
        List<String> keys = shown.get();
        return !keys.isEmpty() && keys.stream().allMatch(selection::isChecked);
    }
}
