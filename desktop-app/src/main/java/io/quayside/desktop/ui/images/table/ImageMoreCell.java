package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The menu of a row. The whole cell is dead to clicks on the row.
final class ImageMoreCell extends ImageCell {
    private final ImageListener listener;
    private Runnable open = () -> {};
    private final IconButton more = new IconButton(Icons.MORE, "More", () -> open.run());
    private final HBox area = new HBox(more);

    ImageMoreCell(ImageListener listener) {
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        more.setFocusTraversable(false);
        setStyle("-fx-padding: 0;");
    }

    @Override
    Subscription image(ImageRow row) {
        open = () -> listener.menu(List.of(row)).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            more.setName("More actions for " + line.title());
            more.setUnavailable(line.live() ? Optional.empty() : Optional.of("There is no connection to the engine"));
        });
    }
}
