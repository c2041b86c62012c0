package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// Repository and tag of an image; or fold mark, name and count of a repository with many tags.
final class ImageNameCell extends ImageCell {
    private static final PseudoClass UNTAGGED = PseudoClass.getPseudoClass("untagged");
    private static final int LONGEST = 32;
    private static final int LONGEST_TAG = 24;

    private final ImageListener listener;
    private final java.util.function.Consumer<RepositoryRow> fold;
    private final Label name = new Label();
    private final Label tag = new Label();
    private final Label update = new Label("Update");
    private final Label id = new Label();
    private final Label note = new Label();
    private final ActionButton undo = new ActionButton("Undo", () -> this.undoNow.run());
    private final HBox image = new HBox(8, name, tag, update, id, note, undo);
    private final FontIcon mark = Icons.CHEVRON_DOWN.node(Icons.SMALL);
    private final Label title = new Label();
    private final Label count = new Label();
    private final StackPane foldArea = new StackPane(mark);
    private final HBox repository = new HBox(8, foldArea, title, count);
    private Runnable undoNow = () -> {};

    ImageNameCell(ImageListener listener, java.util.function.Consumer<RepositoryRow> fold) {
        this.listener = listener;
        this.fold = fold;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        tag.getStyleClass().addAll(StyleClasses.CHIP, "tag-chip");
        tag.setMinWidth(USE_PREF_SIZE);
        update.getStyleClass().addAll(StyleClasses.CHIP, StyleClasses.CHIP_ACCENT, "update-chip");
        update.setMinWidth(USE_PREF_SIZE);
        id.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setMinWidth(USE_PREF_SIZE);
        undo.getStyleClass().addAll(StyleClasses.SMALL, StyleClasses.GHOST, StyleClasses.LINK);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setFocusTraversable(false);
        image.setAlignment(Pos.CENTER_LEFT);
        image.setMinWidth(0);
        title.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        repository.setAlignment(Pos.CENTER_LEFT);
        repository.setMinWidth(0);
    }

    @Override
    Subscription image(ImageRow row) {
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                listener.open(row);
            }
        });
        undoNow = () -> listener.undoDelete(row);
        show(image);
        return row.lineProperty().subscribe(this::paint);
    }

    @Override
    Subscription repository(RepositoryRow row) {
        foldArea.setOnMouseClicked(event -> {
            fold.accept(row);
            event.consume();
        });
        title.setText(ImageNames.shorten(row.repository(), LONGEST));
        show(repository);
        return Subscription.combine(
                row.membersProperty().subscribe(members -> count.setText(members.size() + " tags")),
                row.expandedProperty()
                        .subscribe(open ->
                                mark.setIconLiteral((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).literal())));
    }

    private void paint(ImageLine line) {
        boolean tagged = line.name().isTagged();
        String repo = line.name().repository();
        name.setText(repo.isEmpty() ? "untagged" : ImageNames.shorten(repo, LONGEST));
        name.pseudoClassStateChanged(UNTAGGED, !tagged);
        show(tag, tagged);
        tag.setText(shortTag(line.name().tag()));
        show(update, line.hasUpdate() && line.deletingIn().isEmpty());
        show(id, !tagged);
        id.setText(line.shortId());
        String words = line.deletingIn()
                .map(seconds -> (line.hasOtherNames() ? "Untagging in " : "Deleting in ") + seconds + " s")
                .or(line::busy)
                .orElse("");
        note.setText(words);
        show(note, !words.isEmpty());
        show(undo, line.deletingIn().isPresent());
        Tip.on(update, "The registry has a newer image under this name. Pull again takes it.");
        Tip.on(
                name,
                SafeText.output(tagged ? line.name().reference() : line.image().id(), 500));
    }

    private static String shortTag(String tag) {
        return SafeText.line(tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG - 1) + "…" : tag);
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
