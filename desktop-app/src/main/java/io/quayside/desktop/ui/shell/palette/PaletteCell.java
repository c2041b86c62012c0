package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One line of the palette: a heading, a hit with its matched letters, an action with its keys.
final class PaletteCell extends ListCell<PaletteRow> {
    private final KeyBindings keys;

    PaletteCell(KeyBindings keys) {
        this.keys = keys;
        getStyleClass().add("palette-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        selectedProperty().subscribe((before, now) -> paint());
    }

    @Override
    protected void updateItem(PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        paint();
    }

    private void paint() {
        PaletteRow row = isEmpty() ? null : getItem();
        getStyleClass().removeAll("heading", "hit");
        if (row == null) {
            setGraphic(null);
            return;
        }
        getStyleClass().add(row.isSelectable() ? "hit" : "heading");
        setGraphic(
                switch (row) {
                    case PaletteRow.Heading heading -> heading(heading.text());
                    case PaletteRow.Nothing nothing -> heading(nothing.words());
                    case PaletteRow.Found found -> found(found);
                    case PaletteRow.Act act -> act(act.action());
                });
        setAccessibleText(spoken(row));
    }

    private static Node heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED, StyleClasses.MEDIUM);
        return label;
    }

    private Node found(PaletteRow.Found found) {
        List<Node> right = new ArrayList<>();
        if (isSelected()) {
            Optional<PaletteAction> action = PaletteViewModel.actionOf(found);
            action.ifPresent(value -> right.addAll(hint(value, true)));
        } else if (found.entry().id().startsWith("command:")) {
            PaletteViewModel.actionOf(found).ifPresent(value -> right.addAll(hint(value, false)));
        }
        return line(
                found.entry().graphic().get(),
                title(found.entry().title(), found.match().marks()),
                found.entry().detail(),
                right);
    }

    private Node act(PaletteAction action) {
        Node line = line(
                action.graphic().get(),
                title(action.title(), List.of()),
                action.disabledReason().orElse(action.detail()),
                hint(action, isSelected()));
        line.setOpacity(action.disabledReason().isPresent() ? 0.6 : 1);
        return line;
    }

    /// What Enter does and its key on the selected row, the shortcut of its command on others.
    private List<Node> hint(PaletteAction action, boolean selected) {
        String shortcut = action.commandId().map(keys::label).orElse("");
        List<Node> parts = new ArrayList<>();
        if (selected) {
            Label label = new Label(action.label());
            label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            label.setMinWidth(Region.USE_PREF_SIZE);
            parts.add(label);
        }
        if (!shortcut.isEmpty()) {
            parts.add(new Kbd(shortcut));
        }
        if (selected) {
            parts.add(new Kbd("↵"));
        }
        return parts;
    }

    private static Node title(String text, List<Match.Span> marks) {
        HBox line = new HBox();
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        int from = 0;
        for (Match.Span mark : marks) {
            add(line, text.substring(from, mark.start()), false);
            add(line, text.substring(mark.start(), mark.end()), true);
            from = mark.end();
        }
        add(line, text.substring(from), false);
        return line;
    }

    private static void add(HBox line, String text, boolean marked) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.getStyleClass().add(marked ? "palette-mark" : StyleClasses.MEDIUM);
            label.setMinWidth(text.length() > 80 ? 0 : Region.USE_PREF_SIZE);
            line.getChildren().add(label);
        }
    }

    private static Node line(Node graphic, Node title, String detail, List<Node> right) {
        Label second = new Label(detail);
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        second.setMinWidth(0);
        Gap gap = new Gap();
        HBox words = new HBox(8, title, second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox line = new HBox(12, graphic, words, gap);
        HBox hint = new HBox(6);
        hint.setAlignment(Pos.CENTER_RIGHT);
        hint.getChildren().setAll(right);
        hint.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(hint);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    static String spoken(PaletteRow row) {
        return switch (row) {
            case PaletteRow.Heading heading -> heading.text();
            case PaletteRow.Nothing nothing -> nothing.words();
            case PaletteRow.Found found ->
                joined(found.entry().title(), found.entry().detail())
                        + PaletteViewModel.actionOf(row)
                                .map(action -> ". " + action.label())
                                .orElse("");
            case PaletteRow.Act act ->
                joined(
                        act.action().title(),
                        act.action().disabledReason().orElse(act.action().detail()));
        };
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + ", " + second;
    }
}
