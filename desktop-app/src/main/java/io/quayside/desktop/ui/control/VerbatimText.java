package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.TextArea;

/// Somebody else's words, exactly as they came: mono, selectable, never more than six lines high.
final class VerbatimText extends TextArea {
    private static final int MOST_LINES = 6;
    private static final int CHARACTERS_A_LINE = 110;

    VerbatimText(String text) {
        super(text);
        getStyleClass().add("verbatim");
        setEditable(false);
        setWrapText(true);
        setFocusTraversable(true);
        setAccessibleText("Message of the engine");
        setPrefRowCount(Math.min(MOST_LINES, lines(text)));
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add(StyleClasses.MONO_CAPTION);
    }

    private static int lines(String text) {
        return (int) text.lines()
                .mapToLong(line -> Math.max(1, (line.length() + CHARACTERS_A_LINE - 1) / CHARACTERS_A_LINE))
                .sum();
    }
}
