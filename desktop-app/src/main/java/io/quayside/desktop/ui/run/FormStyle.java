package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// Style classes and states of this folder's stylesheet, and what its fields have in common.
final class FormStyle {
    static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    static final String SECTION = "form-section";
    static final String LINE = "command-line";
    static final String FLAG = "command-flag";
    static final String CARD = "command-card";
    static final String OLD = "old-value";
    static final String ADD = "add";
    static final String FROM_IMAGE = "from-image";
    static final String NO_LIST = "no-list";
    static final String CHANGES = "changes-card";

    private FormStyle() {}

    /// What a value was, which takes it back.
    ///
    /// @param title of the value where it doesn't stand beside its field, else empty
    static ActionButton was(SpecChange change, String title, Consumer<SpecChange> undo) {
        String name = title.isEmpty() ? "" : SafeText.line(title) + " ";
        boolean isNew = change.before().isEmpty();
        String words = isNew ? name + "new" : name + "was " + SpecWords.shown(change, change.before());
        ActionButton back = new ActionButton(words, Icons.UNDO, () -> undo.accept(change))
                .ghost()
                .small();
        back.getStyleClass().add("was");
        back.setAccessibleText(words + ", undo");
        return back;
    }

    /// A field of one line drops what it can't show: such a value is shown and kept, and not edited here.
    static void keepLines(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setEditable(false);
            field.setTooltip(new Tooltip("It has several lines and stays as it is"));
        }
    }
}
