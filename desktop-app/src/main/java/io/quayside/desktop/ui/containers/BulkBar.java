package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with all checked rows. Takes the place of the filter bar while there are any.
final class BulkBar extends HBox {
    private final ContainersViewModel model;
    private final Label count = new Label();
    private final ActionButton start;
    private final ActionButton stop;
    private final ActionButton restart;
    private final ActionButton delete;

    BulkBar(ContainersViewModel model, Runnable logs, Asking ask) {
        this.model = model;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        start = new ActionButton("Start", Icons.START, () -> model.start(targets())).small();
        stop = new ActionButton("Stop", Icons.STOP, () -> model.stop(targets())).small();
        restart = new ActionButton("Restart", Icons.RESTART, () -> model.restart(targets())).small();
        ActionButton together = new ActionButton("Logs together", Icons.LOGS, logs).small();
        delete = new ActionButton(
                        "Delete…", Icons.DELETE, () -> model.deletion().delete(targets(), ask))
                .small()
                .danger();
        IconButton close = new IconButton(
                Icons.CLOSE,
                Icons.SMALL,
                "Clear the selection",
                () -> model.selection().clear());
        getChildren().addAll(count, hint, gap, start, stop, restart, together, delete, close);
        getChildren().forEach(node -> {
            if (node instanceof ActionButton button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        });
        count.setMinWidth(USE_PREF_SIZE);
        model.selection().checkedCountProperty().subscribe(ignored -> update());
        model.countsProperty().subscribe(ignored -> update());
        model.groupsProperty().subscribe(ignored -> update());
    }

    private void update() {
        int checked = model.selection().checkedCountProperty().get();
        count.setText(checked + " selected");
        start.setUnavailable(reason(canStart(), "All of them are running"));
        stop.setUnavailable(reason(canStop(), "None of them is running"));
        restart.setUnavailable(reason(canStop(), "None of them is running"));
        delete.setUnavailable(
                targets().stream().anyMatch(row -> row.line().canAct())
                        ? Optional.empty()
                        : Optional.of("None of them can be deleted now"));
    }

    private static Optional<String> reason(List<ContainerRow> rows, String otherwise) {
        return rows.isEmpty() ? Optional.of(otherwise) : Optional.empty();
    }

    private List<ContainerRow> targets() {
        return model.selection().targets();
    }

    private List<ContainerRow> canStart() {
        return which(row -> !row.line().container().isUp());
    }

    private List<ContainerRow> canStop() {
        return which(row -> row.line().container().isUp());
    }

    private List<ContainerRow> which(Predicate<ContainerRow> condition) {
        return targets().stream()
                .filter(row -> row.line().canAct())
                .filter(condition)
                .toList();
    }
}
