package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// "62 MB of 256 MB" over a bar.
final class MemoryCell extends RowCell {
    private final Label used = new Label();
    private final Label limit = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.MEMORY);
    private final VBox both = new VBox(5, new HBox(4, used, limit), bar);
    private final Label plain = new Label();

    MemoryCell() {
        used.getStyleClass().add(StyleClasses.META);
        used.setMinWidth(USE_PREF_SIZE);
        limit.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        plain.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMaxWidth(120);
        both.setPrefWidth(120);
    }

    @Override
    Subscription container(ContainerRow row) {
        return row.figuresProperty().subscribe(this::paint);
    }

    @Override
    Subscription project(ProjectRow row) {
        show(plain);
        return row.lineProperty().subscribe(text -> plain.setText(text.memory()));
    }

    private void paint(FigureLine figures) {
        if (figures.memoryUsed() == 0) {
            plain.setText("–");
            show(plain);
            return;
        }
        used.setText(figures.memory());
        limit.setText(figures.limit());
        bar.setValue(figures.share());
        show(both);
    }
}
