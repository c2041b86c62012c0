package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// State glyph, name and image of a container; or fold mark, title and count of a project.
final class NameCell extends RowCell {
    private final RowListener listener;
    private final RenameField rename;

    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label name = new Label();
    private final Label image = new Label();
    private final HBox container;

    private final FontIcon fold = Icons.CHEVRON_DOWN.node(Icons.SMALL);
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox project;

    NameCell(RowListener listener, RenameField rename) {
        this.listener = listener;
        this.rename = rename;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        image.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        VBox texts = new VBox(name, image);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        container = new HBox(8, glyph, texts);
        container.setAlignment(Pos.CENTER_LEFT);
        container.setPadding(new Insets(0, 0, 0, 22));

        StackPane foldArea = new StackPane(fold);
        foldArea.setMinWidth(14);
        title.getStyleClass().add(StyleClasses.STRONG);
        title.setMinWidth(0);
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        project = new HBox(8, foldArea, title, count);
        project.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Subscription container(ContainerRow row) {
        show(container);
        name.setOnMouseClicked(event -> clicked(event, row));
        return Subscription.combine(
                row.lineProperty().subscribe(this::paint),
                rename.rowProperty().subscribe(renamed -> edit(row, row.equals(renamed))));
    }

    @Override
    Subscription project(ProjectRow row) {
        show(project);
        fold.getParent().setOnMouseClicked(event -> {
            row.expandedProperty().set(!row.expandedProperty().get());
            event.consume();
        });
        return Subscription.combine(
                row.lineProperty().subscribe(line -> {
                    title.setText(line.title());
                    count.setText(line.count());
                }),
                row.expandedProperty()
                        .subscribe(open ->
                                fold.setIconLiteral((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).literal())));
    }

    private void clicked(MouseEvent event, ContainerRow row) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            listener.open(row);
        }
    }

    private void paint(ContainerLine line) {
        glyph.setGlyph(
                line.busy().isPresent() ? StateGlyph.STARTING : line.status().glyph());
        name.setText(line.name());
        image.setText(line.image());
        Tip.on(image, SafeText.output(line.container().image(), 500));
    }

    private void edit(ContainerRow row, boolean editing) {
        VBox texts = (VBox) container.getChildren().get(1);
        if (editing) {
            texts.getChildren().setAll(rename.field(row));
        } else if (texts.getChildren().size() == 1) {
            texts.getChildren().setAll(name, image);
        }
    }
}
