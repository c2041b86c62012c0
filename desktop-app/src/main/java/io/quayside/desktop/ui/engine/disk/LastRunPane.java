package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.engine.disk.DiskRun.Amount;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last run: planned against measured, and the file's sizes before and after.
final class LastRunPane extends VBox {
    private final VBox details = new VBox(2);

    /// @param now to say how long ago it was
    LastRunPane(DiskRun run, Instant now) {
        super(6);
        setId("disk-last-run");
        getStyleClass().add("disk-run");
        Label title = new Label("Last run");
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label when = muted(Times.day(run.at(), now) + ", took " + Times.took(run.took()));
        when.setMinWidth(0);
        Tip.on(when, Times.full(run.at()));
        Gap gap = new Gap();
        Hyperlink more = new Hyperlink("Details");
        more.setId("disk-run-details");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> {
            more.setVisited(false);
            details.setVisible(!details.isVisible());
            more.setText(details.isVisible() ? "Hide details" : "Details");
        });
        HBox head = new HBox(8, StateGlyph.DONE.node(), title, when, gap, more);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, table(run));
        sizes(run).ifPresent(words -> getChildren().add(said(Icons.DISK, words)));
        run.differences().forEach(words -> getChildren().add(said(Icons.INFO, words)));
        details.setId("disk-run-plan");
        details.managedProperty().bind(details.visibleProperty());
        details.setVisible(false);
        run.went().forEach(went -> details.getChildren().add(line(went)));
        getChildren().add(details);
    }

    private static Node line(DiskRun.Went went) {
        Label title = muted(went.title() + (went.count() > 1 ? ", " + went.count() : ""));
        title.setMinWidth(0);
        Gap gap = new Gap();
        Label size = muted(Sizes.of(went.bytes()));
        size.setMinWidth(USE_PREF_SIZE);
        return new HBox(8, title, gap, size);
    }

    private static Node said(Icons icon, String words) {
        Node sign = icon.node(Icons.SMALL);
        sign.getStyleClass().add("disk-run-icon");
        Label text = wrapped(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, sign, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static GridPane table(DiskRun run) {
        GridPane table = new GridPane();
        table.setHgap(24);
        table.setVgap(2);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        table.getColumnConstraints().setAll(name, number, number);
        table.addRow(0, new Label(), muted("Planned"), muted("Measured"));
        row(table, 1, muted("Freed in the engine"), run.freed(), StyleClasses.MEDIUM);
        Label returned = new Label("Returned to this computer");
        returned.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        row(table, 2, returned, run.returned(), good(run.returned()));
        return table;
    }

    /// Green only where something came back.
    private static String good(Amount returned) {
        return returned.measured().orElse(0) > 0 ? StyleClasses.TEXT_SUCCESS : StyleClasses.MUTED;
    }

    private static void row(GridPane table, int at, Label name, Amount amount, String style) {
        if (amount.planned().isPresent() || amount.measured().isPresent()) {
            Label measured = new Label(size(amount.measured()));
            measured.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM, style);
            table.addRow(at, name, muted(size(amount.planned())), measured);
        }
    }

    private static String size(OptionalLong bytes) {
        return bytes.isPresent() ? Sizes.of(bytes.getAsLong()) : "–";
    }

    /// "Disk file 28.2 GB → 19.1 GB, free on this computer 203 GB → 212 GB"
    private static Optional<String> sizes(DiskRun run) {
        if (run.before().isEmpty() || run.after().isEmpty()) {
            return Optional.empty();
        }
        Use before = run.before().get();
        Use after = run.after().get();
        String file = "Disk file " + Sizes.of(before.onHost()) + " → " + Sizes.of(after.onHost());
        return Optional.of(
                before.hostFree() > 0 && after.hostFree() > 0
                        ? file + ", free on this computer " + Sizes.of(before.hostFree()) + " → "
                                + Sizes.of(after.hostFree())
                        : file);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private static Label wrapped(String words) {
        Label label = muted(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
