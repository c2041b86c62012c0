package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// How a project stands, in a glyph, and its name, which opens it.
final class ProjectNameCell extends FollowingCell<ProjectRow> {
    private final ProjectListener listener;
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label name = new Label();
    private final HBox area = new HBox(10, glyph, name);

    ProjectNameCell(ProjectListener listener) {
        this.listener = listener;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected Subscription follow(ProjectRow row) {
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                listener.open(row);
            }
        });
        show(area);
        return row.lineProperty().subscribe(line -> {
            glyph.setGlyph(line.glyph());
            name.setText(line.title());
            Tip.on(name, line.title());
        });
    }
}
