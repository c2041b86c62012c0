package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildTimes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where the time of a build went: a row for each step, on one axis. FX thread.
final class TimeTab extends VBox {
    private static final double STAGE = 52;

    private final VBox rows = new VBox();
    private final StackPane area = new StackPane();
    private final ScrollPane scroll = new ScrollPane(area);
    private final StackPane axis = new StackPane();
    private final Label subject = new Label();
    private final Label rest = new Label();
    private final IntConsumer open;

    /// @param open shows the output of a step
    TimeTab(IntConsumer open) {
        this.open = open;
        getStyleClass().add("time-tab");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("time-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // A scroll bar takes room from the rows, and the times below stand where their lines do.
        area.widthProperty().subscribe(width -> axis.setMaxWidth(width.doubleValue()));
        subject.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        subject.setMinWidth(0);
        rest.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        rest.setId("build-time-words");
        HBox words = new HBox(8, Icons.INFO.node(Icons.SMALL), new HBox(subject, rest));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPadding(new Insets(8, 16, 10, 16));
        getChildren().addAll(scroll, axis, words);
    }

    void show(BuildRecord build, List<BuildRecord> others, Instant now) {
        BuildTimes times = BuildTimes.of(build, now);
        boolean staged =
                times.rows().stream().anyMatch(row -> !row.step().stage().isEmpty());
        TimeScale scale = new TimeScale(times.whole(), staged ? STAGE : 0);
        Optional<BuildTimes.Row> costliest = times.costliest();
        rows.getChildren().clear();
        String stage = "";
        for (BuildTimes.Row row : times.rows()) {
            String own = row.step().stage();
            TimeRow node = new TimeRow(
                    row,
                    scale,
                    !own.equals(stage),
                    costliest.filter(row::equals).isPresent());
            node.setOnMouseClicked(event -> open.accept(row.step().id()));
            rows.getChildren().add(node);
            stage = own;
        }
        area.getChildren().setAll(TimeAxis.lines(scale), rows);
        axis.getChildren().setAll(TimeAxis.labels(scale));
        TimeWords words = TimeWords.of(times, build, others);
        subject.setText(words.subject());
        rest.setText(words.rest());
    }
}
