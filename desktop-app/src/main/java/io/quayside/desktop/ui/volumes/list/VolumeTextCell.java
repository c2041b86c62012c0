package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// One fact of a volume as text.
final class VolumeTextCell extends FollowingCell<VolumeRow> {
    private final Function<VolumeLine, String> text;
    private final Function<VolumeLine, String> tip;
    private final Label label = new Label();

    VolumeTextCell(Function<VolumeLine, String> text, Function<VolumeLine, String> tip) {
        this.text = text;
        this.tip = tip;
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        show(label);
        return row.lineProperty().subscribe(line -> {
            label.setText(text.apply(line));
            Tip.on(label, tip.apply(line));
        });
    }
}
