package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Repository and tag of an image; or fold mark, name and count of a repository with many tags.
final class ImageNameCell extends ImageCell {
    private static final PseudoClass UNTAGGED = PseudoClass.getPseudoClass("untagged");
    private static final int LONGEST = 32;
    private static final int LONGEST_TAG = 24;

    private final ImageListener listener;
    private final Consumer<RepositoryRow> fold;
    private final Label name = new Label();
    private final HBox image = new HBox(8, name);
    // Most rows have one of these, or none: each is made when it is first needed.
    private @Nullable Label tag;
    private @Nullable Label update;
    private @Nullable Label id;
    private @Nullable Label note;
    private @Nullable ActionButton undo;
    private @Nullable RepositoryHead head;
    private Runnable undoNow = () -> {};

    ImageNameCell(ImageListener listener, Consumer<RepositoryRow> fold) {
        this.listener = listener;
        this.fold = fold;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        image.setAlignment(Pos.CENTER_LEFT);
        image.setMinWidth(0);
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
        if (head == null) {
            head = new RepositoryHead();
        }
        show(head);
        return head.follow(row, fold);
    }

    private void paint(ImageLine line) {
        boolean tagged = line.name().isTagged();
        String repo = line.name().repository();
        name.setText(repo.isEmpty() ? "untagged" : ImageNames.shorten(repo, LONGEST));
        name.pseudoClassStateChanged(UNTAGGED, !tagged);
        Tip.on(
                name,
                SafeText.output(tagged ? line.name().reference() : line.image().id(), 500));
        List<Node> shown = new ArrayList<>(List.of(name, tagged ? tag(line) : id(line)));
        if (line.hasUpdate() && line.deletingIn().isEmpty()) {
            shown.add(update());
        }
        line.deletingIn()
                .map(seconds -> (line.hasOtherNames() ? "Untagging in " : "Deleting in ") + seconds + " s")
                .or(line::busy)
                .ifPresent(words -> shown.add(note(words)));
        if (line.deletingIn().isPresent()) {
            shown.add(undo());
        }
        if (!image.getChildren().equals(shown)) {
            image.getChildren().setAll(shown);
        }
    }

    private Label tag(ImageLine line) {
        if (tag == null) {
            tag = label(StyleClasses.CHIP, "tag-chip");
        }
        String text = line.name().tag();
        tag.setText(SafeText.line(text.length() > LONGEST_TAG ? text.substring(0, LONGEST_TAG - 1) + "…" : text));
        return tag;
    }

    private Label id(ImageLine line) {
        if (id == null) {
            id = label(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
            id.setMinWidth(USE_COMPUTED_SIZE);
        }
        id.setText(line.shortId());
        return id;
    }

    private Label update() {
        if (update == null) {
            update = label(StyleClasses.CHIP, StyleClasses.CHIP_ACCENT, "update-chip");
            update.setText("Update");
            Tip.on(update, "The registry has a newer image under this name. Pull again takes it.");
        }
        return update;
    }

    private Label note(String words) {
        if (note == null) {
            note = label(StyleClasses.META, StyleClasses.MUTED);
        }
        note.setText(words);
        return note;
    }

    private ActionButton undo() {
        if (undo == null) {
            undo = new ActionButton("Undo", () -> undoNow.run());
            undo.getStyleClass().addAll(StyleClasses.SMALL, StyleClasses.GHOST, StyleClasses.LINK);
            undo.setMinWidth(USE_PREF_SIZE);
            undo.setFocusTraversable(false);
        }
        return undo;
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
