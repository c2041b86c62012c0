package io.quayside.desktop.ui.list;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;

/// The box in the header of a table: checks all rows that the list shows, or none. FX thread.
public final class HeaderCheck {
    /// Which rows of a list are checked, by their keys.
    public interface Checks {
        ReadOnlyIntegerProperty checkedCountProperty();

        boolean isChecked(String key);

        void setChecked(Collection<String> keys, boolean on);
    }

    private final CheckBox box = new CheckBox();
    private final StackPane area = new StackPane(box);
    private final Checks checks;
    private final Supplier<List<String>> shown;

    /// @param name what the box does, for screen readers: "Select all containers"
    /// @param shown the keys of the rows that the list shows
    public HeaderCheck(String name, Checks checks, Supplier<List<String>> shown) {
        this.checks = checks;
        this.shown = shown;
        area.setMinWidth(44);
        area.setAlignment(Pos.CENTER_LEFT);
        area.setPadding(new Insets(0, 0, 0, 16));
        box.setFocusTraversable(false);
        box.setAccessibleText(name);
        box.setOnAction(event -> checks.setChecked(shown.get(), !allChecked()));
        checks.checkedCountProperty().subscribe((before, now) -> update());
    }

    public Node node() {
        return area;
    }

    /// The rows are other ones now.
    public void update() {
        boolean some = checks.checkedCountProperty().get() > 0;
        boolean all = some && allChecked();
        box.setIndeterminate(some && !all);
        box.setSelected(all);
    }

    private boolean allChecked() {
        List<String> keys = shown.get();
        return !keys.isEmpty() && keys.stream().allMatch(checks::isChecked);
    }
}
