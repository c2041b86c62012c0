package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;

/// Somebody else's words as they came, only that what would harm the window is a sign, and ids of 64 digits are cut to
/// the 12 that everybody knows: mono,
/// selectable, never more than six lines high.
final class VerbatimText extends TextArea {
    private static final Pattern ID = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");
    private static final int MOST_LINES = 6;
    private static final int LINES = 200;
    private static final int CHARACTERS = 5000;
    private static final int CHARACTERS_A_LINE = 110;

    VerbatimText(String words) {
        super(ID.matcher(safe(words)).replaceAll("$1…"));
        String text = getText();
        getStyleClass().add("verbatim");
        setEditable(false);
        setWrapText(true);
        setFocusTraversable(true);
        setAccessibleText("Message of the engine");
        setPrefRowCount(Math.min(MOST_LINES, lines(text)));
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add(StyleClasses.MONO_CAPTION);
    }

    private static String safe(String words) {
        return words.lines()
                .limit(LINES)
                .map(line -> SafeText.output(line, CHARACTERS))
                .collect(Collectors.joining("\n"));
    }

    private static int lines(String text) {
        return (int) text.lines()
                .mapToLong(line -> Math.max(1, (line.length() + CHARACTERS_A_LINE - 1) / CHARACTERS_A_LINE))
                .sum();
    }
}
