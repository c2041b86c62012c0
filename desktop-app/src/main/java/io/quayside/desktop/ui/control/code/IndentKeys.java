package io.quayside.desktop.ui.control.code;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// What Tab and Enter do in languages where indentation counts: no tab ever gets into the text.
final class IndentKeys {
    private IndentKeys() {}

    static void on(CodeArea area, int spaces) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
            if (!area.isEditable() || !plain) {
                return;
            }
            if (event.getCode() == KeyCode.TAB) {
                int column = area.getCaretColumn();
                area.replaceSelection(" ".repeat(spaces - column % spaces));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                area.replaceSelection("\n" + indentOf(area));
                area.requestFollowCaret();
                event.consume();
            }
        });
    }

    private static String indentOf(CodeArea area) {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        String before = line.substring(0, Math.min(area.getCaretColumn(), line.length()));
        return before.substring(0, before.length() - before.stripLeading().length());
    }
}
