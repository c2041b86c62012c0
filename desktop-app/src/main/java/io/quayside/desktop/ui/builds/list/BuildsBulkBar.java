package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with all checked rows. Takes the place of the filter bar while there are any.
public final class BuildsBulkBar extends HBox {
    private final BuildsViewModel model;
    private final Label count = new Label();
    private final ActionButton again;
    private final ActionButton delete;

    public BuildsBulkBar(BuildsViewModel model) {
        this.model = model;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.again = new ActionButton("Build again", Icons.REFRESH, () -> model.rebuild(over())).small();
        this.delete = new ActionButton("Delete", Icons.DELETE, () -> model.delete(targets()))
                .small()
                .danger();
        again.setMinWidth(USE_PREF_SIZE);
        delete.setMinWidth(USE_PREF_SIZE);
        IconButton close = new IconButton(
                Icons.CLOSE,
                Icons.SMALL,
                "Clear the selection",
                () -> model.selection().clear());
        getChildren().addAll(count, hint, gap, again, delete, close);
        model.selection().checkedCountProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
    }

    private void update() {
        count.setText(model.selection().checkedCountProperty().get() + " selected");
        again.setUnavailable(over().isEmpty() ? Optional.of("All of them are still at work") : Optional.empty());
        delete.setUnavailable(
                targets().stream().anyMatch(row -> row.line().canDelete())
                        ? Optional.empty()
                        : Optional.of("None of them can be deleted now"));
    }

    private List<BuildRow> over() {
        return targets().stream().filter(row -> !row.line().build().isRunning()).toList();
    }

    private List<BuildRow> targets() {
        return model.selection().targets();
    }
}
