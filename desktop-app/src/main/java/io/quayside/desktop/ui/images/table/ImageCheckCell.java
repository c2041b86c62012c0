package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.CheckArea;
import io.quayside.desktop.ui.images.ImageSelection;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.util.Subscription;

/// The box at the left. That of a repository checks all its tags, or none.
final class ImageCheckCell extends ImageCell {
    private final ImageSelection selection;
    private final CheckArea area = new CheckArea();
    private final CheckBox box = area.box();

    ImageCheckCell(ImageSelection selection) {
        this.selection = selection;
    }

    @Override
    Subscription image(ImageRow row) {
        box.setOnAction(event -> selection.setChecked(List.of(row.key()), box.isSelected()));
        box.setIndeterminate(false);
        box.setAccessibleText("Select " + row.line().title());
        show(area);
        return row.checkedProperty().subscribe(box::setSelected);
    }

    @Override
    Subscription repository(RepositoryRow row) {
        box.setOnAction(event -> selection.setChecked(keys(row), !allChecked(row)));
        box.setAccessibleText("Select all tags of " + row.repository());
        show(area);
        return Subscription.combine(
                selection.checkedCountProperty().subscribe(ignored -> mark(row)),
                row.membersProperty().subscribe(ignored -> mark(row)));
    }

    private void mark(RepositoryRow row) {
        boolean some = keys(row).stream().anyMatch(selection::isChecked);
        box.setIndeterminate(some && !allChecked(row));
        box.setSelected(allChecked(row));
    }

    private boolean allChecked(RepositoryRow row) {
        return keys(row).stream().allMatch(selection::isChecked);
    }

    private static List<String> keys(RepositoryRow row) {
        return row.membersProperty().get().stream().map(ImageRow::key).toList();
    }
}
