package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The word of a state and its second line; "Deleting in 5 s" with Undo while that is possible.
final class StatusCell extends RowCell {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");

    private final RowListener listener;
    private final Label word = new Label();
    private final Label detail = new Label();
    private final Hyperlink undo = new Hyperlink("Undo");
    private final HBox second = new HBox(8, detail);
    private final VBox texts = new VBox(word, second);

    StatusCell(RowListener listener) {
        this.listener = listener;
        word.getStyleClass().addAll(StyleClasses.META, "status-word");
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "status-detail");
        undo.getStyleClass().add(StyleClasses.META);
        second.setAlignment(Pos.CENTER_LEFT);
        texts.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Subscription container(ContainerRow row) {
        show(texts);
        undo.setOnAction(event -> listener.undoDelete(row));
        return row.lineProperty().subscribe(this::paint);
    }

    @Override
    Subscription project(ProjectRow row) {
        show(null);
        return Subscription.EMPTY;
    }

    private void paint(ContainerLine line) {
        boolean deleting = line.deletingIn().isPresent();
        word.setText(line.deletingIn()
                .map(seconds -> "Deleting in " + seconds + " s")
                .or(line::busy)
                .orElse(line.status().word()));
        detail.setText(deleting || line.busy().isPresent() ? "" : line.status().detail());
        detail.pseudoClassStateChanged(WARN, line.status().warn());
        undo.setAccessibleText("Undo deleting " + line.name());
        if (deleting != second.getChildren().contains(undo)) {
            if (deleting) {
                second.getChildren().setAll(undo);
            } else {
                second.getChildren().setAll(detail);
            }
        }
    }
}
