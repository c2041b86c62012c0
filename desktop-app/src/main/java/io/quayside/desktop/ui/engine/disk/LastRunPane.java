package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.engine.disk.DiskRun.Amount;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last run: planned against measured, and the file's sizes before and after.
final class LastRunPane extends VBox {
    LastRunPane(DiskRun run) {
        super(6);
        setId("disk-last-run");
        getStyleClass().add("disk-run");
        Label title = new Label("Last run");
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label when = muted(Times.minute(run.at()) + ", took " + Times.took(run.took()));
        HBox head = new HBox(8, StateGlyph.DONE.node(), title, when);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, table(run));
        sizes(run).ifPresent(words -> getChildren().add(wrapped(words)));
        run.differences().forEach(words -> getChildren().add(wrapped(words)));
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
        row(table, 1, "Freed in the engine", run.freed());
        row(table, 2, "Returned to this computer", run.returned());
        return table;
    }

    private static void row(GridPane table, int at, String name, Amount amount) {
        if (amount.planned().isPresent() || amount.measured().isPresent()) {
            Label measured = new Label(size(amount.measured()));
            measured.getStyleClass().add(StyleClasses.MEDIUM);
            table.addRow(at, new Label(name), muted(size(amount.planned())), measured);
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
