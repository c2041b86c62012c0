package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How a build ended, what it is called, and of which folder it is.
final class BuildNameCell extends FollowingCell<BuildRow> {
    private static final int LONGEST = 26;
    private static final int LONGEST_TAG = 20;

    private final BuildsViewModel model;
    private final BuildListener listener;
    private final StateGlyphView glyph = StateGlyph.DONE.node();
    private final Label name = new Label();
    private final Label tag = new Label();
    private final Label more = new Label();
    private final Label folder = new Label();
    private final Label note = new Label();
    private final ActionButton undo = new ActionButton("Undo", () -> this.undoNow.run());
    private final HBox title = new HBox(8, name, tag, more, note, undo);
    private final HBox area = new HBox(12, glyph, new VBox(1, title, folder));
    private Runnable undoNow = () -> {};

    BuildNameCell(BuildsViewModel model, BuildListener listener) {
        this.model = model;
        this.listener = listener;
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        tag.getStyleClass().addAll(StyleClasses.CHIP, "tag-chip");
        tag.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        more.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setMinWidth(USE_PREF_SIZE);
        undo.getStyleClass().addAll(StyleClasses.SMALL, StyleClasses.GHOST, StyleClasses.LINK);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setFocusTraversable(false);
        folder.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        title.setAlignment(Pos.CENTER_LEFT);
        area.setAlignment(Pos.CENTER_LEFT);
        area.getChildren().getLast().setStyle("-fx-alignment: center-left;");
    }

    @Override
    protected Subscription follow(BuildRow row) {
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                listener.open(row);
            }
        });
        undoNow = () -> model.undoDelete(row);
        show(area);
        return row.lineProperty().subscribe(this::paint);
    }

    private void paint(BuildLine line) {
        glyph.setGlyph(line.glyph());
        ImageName shown = line.name();
        name.setText(ImageNames.shorten(shown.repository(), LONGEST));
        tag.setText(shortTag(shown.tag()));
        show(tag, shown.isTagged());
        int others = line.build().request().tags().size() - 1;
        more.setText("+" + others);
        show(more, others > 0);
        Tip.on(
                more,
                SafeText.output(
                        String.join(
                                ", ",
                                line.build().request().tags().stream().skip(1).toList()),
                        500));
        folder.setText(line.folder());
        Tip.on(folder, SafeText.output(line.build().request().folder().toString(), 500));
        note.setText(line.deletingIn().map(left -> "Deleting in " + left + " s").orElse(""));
        show(note, line.deletingIn().isPresent());
        show(undo, line.deletingIn().isPresent());
        Tip.on(name, SafeText.output(line.build().request().title(), 500));
    }

    private static String shortTag(String tag) {
        return SafeText.line(tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG - 1) + "…" : tag);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
