package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// One fact of a project as text; muted where there is none.
final class ProjectTextCell extends FollowingCell<ProjectRow> {
    private final Function<ProjectLine, String> text;
    private final Label label = new Label();

    ProjectTextCell(Function<ProjectLine, String> text, String... styles) {
        this.text = text;
        label.getStyleClass().addAll(styles);
    }

    @Override
    protected Subscription follow(ProjectRow row) {
        show(label);
        return row.lineProperty().subscribe(line -> {
            String words = text.apply(line);
            label.setText(words);
            label.getStyleClass().remove(StyleClasses.MUTED);
            if (words.equals("–")) {
                label.getStyleClass().add(StyleClasses.MUTED);
            }
            Tip.on(label, words.equals("–") ? "" : words);
        });
    }
}
