package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The bar above a list: the field that filters it, the choices with their counts, and at the right what a page has
/// more.
/// FX thread.
public class ListFilter extends HBox {
    private static final double LEAST = 140;

    private final SearchField field;

    /// @param page "networks", which names the field
    /// @param prompt "Filter networks"
    public ListFilter(String page, String prompt, double width, StringProperty text) {
        getStyleClass().add(StyleClasses.BAR);
        field = new SearchField(prompt, "/").small();
        field.setId(page + "-filter");
        field.setPrefWidth(width);
        field.setMinWidth(LEAST);
        field.textProperty().bindBidirectional(text);
        getChildren().add(field);
    }

    /// Adds the choices.
    ///
    /// @param counts how many rows each lets through, whatever the filter
    public final <S extends Enum<S> & ListSegment> ListFilter segments(
            Class<S> choices, ObjectProperty<S> chosen, ObservableValue<Map<S, Integer>> counts) {
        Segments<S> segments = new Segments<>(
                "Show",
                Arrays.stream(choices.getEnumConstants())
                        .map(choice -> new Segments.Option<>(choice, choice.title()))
                        .toList());
        segments.valueProperty().bindBidirectional(chosen);
        counts.subscribe(now -> now.forEach(segments::setCount));
        getChildren().add(segments);
        return this;
    }

    /// Adds these at the right.
    public final ListFilter right(Node... more) {
        Gap gap = new Gap();
        getChildren().add(gap);
        getChildren().addAll(more);
        return this;
    }

    public final SearchField field() {
        return field;
    }
}
