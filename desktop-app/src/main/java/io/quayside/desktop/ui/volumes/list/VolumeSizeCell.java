package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How much a volume holds, with a bar beside the largest one.
final class VolumeSizeCell extends FollowingCell<VolumeRow> {
    private final Label size = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.MEMORY);
    private final VBox area = new VBox(4, size, bar);

    VolumeSizeCell() {
        size.getStyleClass().add(StyleClasses.META);
        size.setMaxWidth(Double.MAX_VALUE);
        size.setAlignment(Pos.CENTER_RIGHT);
        area.setAlignment(Pos.CENTER);
        area.setPadding(new Insets(0, 16, 0, 0));
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        show(area);
        return row.lineProperty().subscribe(line -> {
            size.setText(line.sizeWords());
            bar.setValue(line.share());
            bar.setVisible(line.size().isPresent());
            Tip.on(
                    size,
                    line.size().isPresent()
                            ? "%,d bytes".formatted(line.size().getAsLong())
                            : line.measured() ? "The engine can't measure it" : "The engine is measuring");
        });
    }
}
