package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// One line of text about a container, for the columns that are off at first.
final class TextCell extends RowCell {
    private final Function<ContainerRow, String> text;
    private final Label label = new Label();

    TextCell(Function<ContainerRow, String> text, boolean mono) {
        this.text = text;
        label.getStyleClass().add(mono ? StyleClasses.MONO_CAPTION : StyleClasses.META);
    }

    @Override
    Subscription container(ContainerRow row) {
        show(label);
        return Subscription.combine(
                row.lineProperty().subscribe(ignored -> label.setText(text.apply(row))),
                row.sizeProperty().subscribe((before, now) -> label.setText(text.apply(row))),
                row.figuresProperty().subscribe((before, now) -> label.setText(text.apply(row))));
    }

    @Override
    Subscription project(ProjectRow row) {
        show(null);
        return Subscription.EMPTY;
    }
}
