package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Filter and segments.
public final class BuildsBar extends HBox {
    private final SearchField filter = new SearchField("Filter by tag, folder, error", "/").small();
    private final Segments<BuildSegment> segments = new Segments<>(
            "Show",
            Arrays.stream(BuildSegment.values())
                    .map(segment -> new Segments.Option<>(segment, segment.title()))
                    .toList());

    private final Label cache = new Label();

    public BuildsBar(BuildsViewModel model) {
        getStyleClass().add(StyleClasses.BAR);
        filter.setId("builds-filter");
        filter.setPrefWidth(240);
        filter.setMinWidth(140);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        segments.valueProperty().bindBidirectional(model.segmentProperty());
        model.countsProperty().subscribe(counts -> counts.forEach(segments::setCount));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cache.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        cache.setId("builds-cache-size");
        cache.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(filter, segments, gap, cache);
    }

    /// Says what the build cache takes.
    public void setCache(String words) {
        cache.setText(words);
    }

    public SearchField filter() {
        return filter;
    }
}
