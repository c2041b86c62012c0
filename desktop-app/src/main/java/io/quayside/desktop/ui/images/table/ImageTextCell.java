package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// One fact of an image as text.
final class ImageTextCell extends ImageCell {
    private final Function<ImageLine, String> text;
    private final Function<ImageLine, String> tip;
    private final Label label = new Label();
    private final StackPane area = new StackPane(label);

    ImageTextCell(Function<ImageLine, String> text, Function<ImageLine, String> tip, Pos side, String... styles) {
        this.text = text;
        this.tip = tip;
        label.getStyleClass().addAll(styles);
        area.setAlignment(side);
    }

    @Override
    Subscription image(ImageRow row) {
        show(area);
        return row.lineProperty().subscribe(line -> {
            label.setText(text.apply(line));
            Tip.on(label, tip.apply(line));
        });
    }
}
