package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What happened in the range that the charts show, in words, newest last.
final class EventsCard extends VBox {
    private static final int MOST = 50;

    private final Label count = new Label();
    private final VBox rows = new VBox();
    private final Predicate<String> hasTab;
    private final Consumer<String> openTab;
    private List<Happening> shown = List.of();

    EventsCard(Predicate<String> hasTab, Consumer<String> openTab) {
        this.hasTab = hasTab;
        this.openTab = openTab;
        setId("stats-events");
        getStyleClass().addAll(StyleClasses.CARD, "events-card");
        Label title = new Label("Events");
        title.getStyleClass().add(StyleClasses.STRONG);
        count.setId("stats-events-count");
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox head = new HBox(8, title, count);
        head.getStyleClass().add("card-head");
        getChildren().addAll(head, rows);
        count.setText("None in this time");
    }

    void show(List<Happening> next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        int left = Math.max(0, next.size() - MOST);
        String all = next.isEmpty() ? "None in this time" : next.size() + " in this time";
        count.setText(left > 0 ? all + ", the last " + MOST + " below" : all);
        rows.getChildren()
                .setAll(next.subList(left, next.size()).stream().map(this::row).toList());
    }

    private HBox row(Happening one) {
        Label time = new Label(Times.clock(one.time()));
        Tip.on(time, Times.full(one.time()));
        time.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "time");
        Label what = new Label(one.what(), one.glyph().node());
        what.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM, "what");
        Label why = new Label(one.why());
        why.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox row = new HBox(12, time, what, why, gap);
        row.getStyleClass().add("event");
        one.tab().filter(link -> hasTab.test(link.tab())).ifPresent(link -> {
            Hyperlink open = new Hyperlink(link.words());
            open.setAccessibleText(link.words() + ", " + one.what() + " at " + time.getText());
            open.getStyleClass().add(StyleClasses.META);
            open.setOnAction(event -> openTab.accept(link.tab()));
            row.getChildren().add(open);
        });
        return row;
    }
}
