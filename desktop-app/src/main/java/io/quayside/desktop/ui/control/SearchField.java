package io.quayside.desktop.ui.control;

import atlantafx.base.controls.CustomTextField;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A filter or search field: an icon at the left, the key that focuses it at the right while it is empty. Esc clears a
/// text first; with nothing to clear, Esc is left to the page.
public final class SearchField extends CustomTextField {
    /// `keys` is in the form of the settings file, or empty for no hint.
    public SearchField(String prompt, String keys) {
        getStyleClass().add(StyleClasses.SEARCH_FIELD);
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.SEARCH.node(Icons.SMALL));
        if (!keys.isEmpty()) {
            Kbd hint = Kbd.of(keys);
            hint.visibleProperty().bind(textProperty().isEmpty());
            hint.setMouseTransparent(true);
            setRight(hint);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /// The 28 px form for toolbars and side columns.
    public SearchField small() {
        getStyleClass().add(StyleClasses.SMALL);
        return this;
    }
}
