package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.SafeText;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The lines of a comparison, with their numbers in the image and here. A sign says what the colour says.
final class DiffView extends ListView<TextDiff.Line> {
    private static final double ROW = 20;
    private static final int LONGEST = 2000;
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");

    DiffView() {
        setId("file-diff");
        getStyleClass().add("file-diff");
        setFixedCellSize(ROW);
        setAccessibleText("Differences from the image");
        setCellFactory(ignored -> new LineCell());
    }

    private static final class LineCell extends ListCell<TextDiff.Line> {
        @Override
        protected void updateItem(TextDiff.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            TextDiff.Kind kind = line == null || empty ? TextDiff.Kind.SAME : line.kind();
            pseudoClassStateChanged(ADDED, kind == TextDiff.Kind.ADDED);
            pseudoClassStateChanged(REMOVED, kind == TextDiff.Kind.REMOVED);
            pseudoClassStateChanged(GAP, kind == TextDiff.Kind.GAP);
            setText(line == null || empty ? null : text(line));
            setAccessibleText(line == null || empty ? null : spoken(line));
        }

        private static String text(TextDiff.Line line) {
            if (line.kind() == TextDiff.Kind.GAP) {
                return "          … " + line.text();
            }
            String sign = switch (line.kind()) {
                case ADDED -> "+";
                case REMOVED -> "−";
                case SAME, GAP -> " ";
            };
            return String.format(
                    Locale.ROOT,
                    "%4s %4s %s %s",
                    line.before() == 0 ? "" : line.before(),
                    line.now() == 0 ? "" : line.now(),
                    sign,
                    SafeText.output(line.text(), LONGEST));
        }

        private static String spoken(TextDiff.Line line) {
            String text = SafeText.output(line.text(), LONGEST);
            return switch (line.kind()) {
                case ADDED -> "Added, line " + line.now() + ": " + text;
                case REMOVED -> "Removed, line " + line.before() + " of the image: " + text;
                case SAME -> "Line " + line.now() + ": " + text;
                case GAP -> text;
            };
        }
    }
}
