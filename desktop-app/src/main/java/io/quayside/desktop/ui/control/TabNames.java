package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The names of the tabs of a page, of which one is marked. Whoever opens a tab marks it. FX thread.
public class TabNames extends HBox {
    /// @param id in the page's address; the node is `tab-ID`
    public record Tab(String id, String title) {}

    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /// @param open hears the id of the tab that was pressed
    public TabNames(List<Tab> tabs, Consumer<String> open) {
        getStyleClass().add("tab-bar");
        for (Tab tab : tabs) {
            ToggleButton button = new ToggleButton(tab.title());
            button.setId("tab-" + tab.id());
            button.getStyleClass().setAll("detail-tab");
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(tab.title());
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setToggleGroup(group);
            button.setOnAction(event -> open.accept(tab.id()));
            buttons.put(tab.id(), button);
            titles.put(tab.id(), tab.title());
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    /// The button of a tab that there is.
    protected final ToggleButton button(String id) {
        return Objects.requireNonNull(buttons.get(id), id);
    }

    /// Puts a number behind a title; 0 is none.
    public final void count(String id, int number) {
        ToggleButton button = button(id);
        Label chip = new Label(Integer.toString(number));
        chip.getStyleClass().add(StyleClasses.CHIP);
        button.setGraphic(number == 0 ? null : chip);
        String title = Objects.requireNonNull(titles.get(id));
        button.setAccessibleText(number == 0 ? title : title + ", " + number);
    }

    /// This one is open now.
    public final void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    /// Gives the keyboard to the tab that is open.
    public final void focusMarked() {
        if (group.getSelectedToggle() instanceof ToggleButton marked) {
            marked.requestFocus();
        }
    }
}
