package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import javafx.scene.layout.HBox;

/// Filter and segments.
public final class BuildsBar extends HBox {
    private final SearchField filter = new SearchField("Filter by tag, folder, error", "/").small();
    private final Segments<BuildSegment> segments = new Segments<>(
            "Show",
            Arrays.stream(BuildSegment.values())
                    .map(segment -> new Segments.Option<>(segment, segment.title()))
                    .toList());

    public BuildsBar(BuildsViewModel model) {
        getStyleClass().add(StyleClasses.BAR);
        filter.setId("builds-filter");
        filter.setPrefWidth(240);
        filter.setMinWidth(140);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        segments.valueProperty().bindBidirectional(model.segmentProperty());
        model.countsProperty().subscribe(counts -> counts.forEach(segments::setCount));
        getChildren().addAll(filter, segments);
    }

    public SearchField filter() {
        return filter;
    }
}
