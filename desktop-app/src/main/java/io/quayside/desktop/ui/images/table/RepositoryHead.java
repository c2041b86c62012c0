package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// Fold mark, name and count of a repository with many tags.
final class RepositoryHead extends HBox {
    private static final int LONGEST = 32;

    private final FontIcon mark = Icons.CHEVRON_DOWN.node(Icons.SMALL);
    private final StackPane foldArea = new StackPane(mark);
    private final Label title = new Label();
    private final Label count = new Label();

    RepositoryHead() {
        super(8);
        title.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(foldArea, title, count);
    }

    /// Stands for a repository until what is returned is closed.
    Subscription follow(RepositoryRow row, Consumer<RepositoryRow> fold) {
        foldArea.setOnMouseClicked(event -> {
            fold.accept(row);
            event.consume();
        });
        title.setText(ImageNames.shorten(row.repository(), LONGEST));
        return Subscription.combine(
                row.membersProperty().subscribe(members -> count.setText(members.size() + " tags")),
                row.expandedProperty()
                        .subscribe(open ->
                                mark.setIconLiteral((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).literal())));
    }
}
