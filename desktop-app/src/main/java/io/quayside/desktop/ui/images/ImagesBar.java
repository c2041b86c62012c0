package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import javafx.scene.layout.HBox;

/// Filter and segments.
final class ImagesBar extends HBox {
    private final SearchField filter = new SearchField("Filter images", "/").small();
    private final Segments<ImageSegment> segments = new Segments<>(
            "Show",
            Arrays.stream(ImageSegment.values())
                    .map(segment -> new Segments.Option<>(segment, segment.title()))
                    .toList());

    ImagesBar(ImagesViewModel model) {
        getStyleClass().add(StyleClasses.BAR);
        filter.setId("images-filter");
        filter.setPrefWidth(208);
        filter.setMinWidth(140);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        segments.valueProperty().bindBidirectional(model.segmentProperty());
        model.countsProperty().subscribe(counts -> counts.forEach(segments::setCount));
        getChildren().addAll(filter, segments);
    }

    SearchField filter() {
        return filter;
    }
}
