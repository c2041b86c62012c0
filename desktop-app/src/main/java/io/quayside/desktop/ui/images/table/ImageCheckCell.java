package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.list.CheckArea;
import io.quayside.desktop.ui.list.HeaderCheck;
import javafx.util.Subscription;

/// The box at the left. That of a repository checks all its tags, or none.
final class ImageCheckCell extends ImageCell {
    private final HeaderCheck.Checks checks;
    private final CheckArea area = new CheckArea();

    ImageCheckCell(HeaderCheck.Checks checks) {
        this.checks = checks;
    }

    @Override
    Subscription image(ImageRow row) {
        show(area);
        return area.follow(row, "Select " + row.line().title(), checks);
    }

    @Override
    Subscription repository(RepositoryRow row) {
        show(area);
        return area.follow(
                () -> row.membersProperty().get().stream().map(ImageRow::key).toList(),
                "Select all tags of " + row.repository(),
                checks,
                row.membersProperty());
    }
}
