package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What could go, below the list.
public final class VolumesFooter extends HBox {
    private final VolumesViewModel model;
    private final Label words = new Label();

    public VolumesFooter(VolumesViewModel model) {
        this.model = model;
        getStyleClass().add("volumes-footer");
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setWrapText(true);
        setSpacing(8);
        getChildren().addAll(Icons.INFO.node(Icons.SMALL), words);
        model.countsProperty().subscribe(ignored -> update());
        model.measuredProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
    }

    private void update() {
        List<VolumeLine> unused = model.unused();
        long bytes = unused.stream().mapToLong(line -> line.size().orElse(0)).sum();
        String what = unused.size() == 1 ? "1 volume" : unused.size() + " volumes";
        words.setText("No container uses " + what + (model.isMeasured() ? " with " + Sizes.of(bytes) : "")
                + ". Prune never takes a volume you did not check.");
        setVisible(!unused.isEmpty());
        setManaged(!unused.isEmpty());
    }
}
