package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.stream.StreamType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The containers whose output stands together, and their streams, to be left out one by one. FX thread.
final class SourceList extends VBox {
    private final TogetherViewModel model;
    private final VBox rows = new VBox(2);
    private final CheckBox out = new CheckBox("out");
    private final CheckBox err = new CheckBox("err");
    private final Label outCount = new Label();
    private final Label errCount = new Label();
    private final HBox keys = new HBox(4);
    private final Label heading = title("");
    private List<SourceRow> shown = List.of();

    SourceList(TogetherViewModel model) {
        this.model = model;
        setId("log-sources");
        getStyleClass().addAll(StyleClasses.SIDE_NAV, "source-list");
        Hyperlink all = new Hyperlink("All");
        all.setAccessibleText("Show all of them");
        all.setOnAction(event -> {
            all.setVisited(false);
            model.all();
        });
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(60);
        scroll.setMaxHeight(USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        keys.getStyleClass().add("keys");
        stream(out, "Show what is printed as output");
        stream(err, "Show what is printed as errors");
        getChildren()
                .addAll(
                        line(heading, all),
                        scroll,
                        new Separator(),
                        line(title("Streams")),
                        line(out, outCount),
                        line(err, errCount),
                        gap,
                        keys);
        model.sourcesProperty().subscribe(this::show);
    }

    private void stream(CheckBox box, String name) {
        box.setSelected(true);
        box.setAccessibleText(name);
        box.getStyleClass().add(StyleClasses.META);
        box.setId("log-stream-" + box.getText());
        box.setOnAction(event -> model.streams(out.isSelected(), err.isSelected()));
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private static HBox line(Region left, Region... right) {
        Gap gap = new Gap();
        HBox line = new HBox(left, gap);
        for (Region one : right) {
            one.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            line.getChildren().add(one);
        }
        line.getStyleClass().add("head");
        return line;
    }

    private void show(List<TogetherViewModel.Source> sources) {
        heading.setText(model.asked() instanceof TogetherViewModel.Asked.Project ? "Services" : "Containers");
        out.setSelected(model.out());
        err.setSelected(model.err());
        if (shown.size() != sources.size()) {
            List<SourceRow> next = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                next.add(new SourceRow(model, i));
            }
            shown = List.copyOf(next);
            rows.getChildren().setAll(shown);
            hint(sources.size());
        }
        for (int i = 0; i < sources.size(); i++) {
            shown.get(i).show(sources.get(i));
        }
    }

    private void hint(int count) {
        keys.getChildren().clear();
        if (count > 1) {
            Label toggle = new Label("toggle,");
            Label to = new Label("to");
            Label solo = new Label("solo");
            for (Label label : List.of(to, toggle, solo)) {
                label.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
            }
            keys.getChildren()
                    .addAll(
                            Kbd.of("1"),
                            to,
                            Kbd.of(Integer.toString(Math.min(9, count))),
                            toggle,
                            Kbd.of("Shift+1"),
                            solo);
        }
    }

    /// Says how many lines there are.
    void counts(Optional<ManyLogs> logs) {
        long outs = 0;
        long errs = 0;
        for (int i = 0; i < shown.size(); i++) {
            int place = i;
            shown.get(i).count(logs.map(all -> all.count(place)).orElse(0L));
            outs += logs.map(all -> all.count(place, StreamType.STDOUT)).orElse(0L);
            errs += logs.map(all -> all.count(place, StreamType.STDERR)).orElse(0L);
        }
        outCount.setText(LogsPane.number(outs));
        errCount.setText(LogsPane.number(errs));
    }
}
