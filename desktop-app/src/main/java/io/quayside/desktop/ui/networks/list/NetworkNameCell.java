package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// What a network is called, and whether it is about to go.
final class NetworkNameCell extends FollowingCell<NetworkRow> {
    private final NetworksViewModel model;
    private final NetworkListener listener;
    private final Label name = new Label();
    private final Label note = new Label();
    private final ActionButton undo = new ActionButton("Undo", () -> this.undoNow.run());
    private final HBox area = new HBox(8, name, note, undo);
    private Runnable undoNow = () -> {};

    NetworkNameCell(NetworksViewModel model, NetworkListener listener) {
        this.model = model;
        this.listener = listener;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setMinWidth(USE_PREF_SIZE);
        undo.getStyleClass().addAll(StyleClasses.SMALL, StyleClasses.GHOST, StyleClasses.LINK);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setFocusTraversable(false);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected Subscription follow(NetworkRow row) {
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                listener.open(row);
            }
        });
        undoNow = () -> model.deletion().undo(row.id());
        show(area);
        return row.lineProperty().subscribe(this::paint);
    }

    private void paint(NetworkLine line) {
        name.setText(line.name());
        Tip.on(name, line.age().isEmpty() ? line.name() : line.name() + ", created " + line.age());
        note.setText(line.deletingIn()
                .map(left -> "Deleting in " + left + " s")
                .or(line::busy)
                .orElse(""));
        show(note, !note.getText().isEmpty());
        show(undo, line.deletingIn().isPresent());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
