package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Filter and segments.
public final class VolumesBar extends HBox {
    private final SearchField filter = new SearchField("Filter volumes", "/").small();
    private final Segments<VolumeSegment> segments = new Segments<>(
            "Show",
            Arrays.stream(VolumeSegment.values())
                    .map(segment -> new Segments.Option<>(segment, segment.title()))
                    .toList());

    private final Label measured = new Label();

    public VolumesBar(VolumesViewModel model) {
        getStyleClass().add(StyleClasses.BAR);
        filter.setId("volumes-filter");
        filter.setPrefWidth(240);
        filter.setMinWidth(140);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        segments.valueProperty().bindBidirectional(model.segmentProperty());
        model.countsProperty().subscribe(counts -> counts.forEach(segments::setCount));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        measured.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        measured.setId("volumes-measured");
        measured.setMinWidth(0);
        measured.textProperty().bind(model.measuredProperty());
        IconButton again = new IconButton(Icons.REFRESH, "Measure all volumes again", model::measure);
        again.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(filter, segments, gap, measured, again);
    }

    public SearchField filter() {
        return filter;
    }
}
