package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The head of a page with a list: what it lists, a summary, and at the right what can be done with all of it. FX
/// thread.
public class ListHead extends HBox {
    private final Label summary = new Label();
    private final String page;

    /// @param page as in the page's address
    /// @param title "Images"
    protected ListHead(String page, String title) {
        this.page = page;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        summary.setId(page + "-summary");
        Gap gap = new Gap();
        getChildren().addAll(name, summary, gap);
    }

    /// Says it behind the title.
    protected final void summary(String words) {
        summary.setText(words);
    }

    /// Adds a control at the right, which keeps its whole width.
    protected final <T extends Region> T act(String id, T control) {
        control.setId(id);
        control.setMinWidth(USE_PREF_SIZE);
        getChildren().add(control);
        return control;
    }

    /// Adds a menu of what is done more rarely.
    protected final void more(MenuItem... items) {
        MenuButton button = act(page + "-more", new MenuButton());
        button.setGraphic(Icons.MORE.node(Icons.SMALL));
        button.getStyleClass().add("more-button");
        button.setAccessibleText("More");
        Tip.on(button, "More");
        button.getItems().addAll(items);
    }
}
