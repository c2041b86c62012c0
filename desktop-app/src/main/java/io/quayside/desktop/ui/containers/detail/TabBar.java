package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The names of the tabs, of which one is marked.
final class TabBar extends HBox {
    private final List<DetailTabEntry> entries;
    private Subscription counting = Subscription.EMPTY;
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /// @param keys the key of a tab, by its id
    TabBar(List<DetailTabEntry> entries, java.util.function.UnaryOperator<String> keys, Consumer<String> open) {
        this.entries = List.copyOf(entries);
        getStyleClass().add("tab-bar");
        for (DetailTabEntry entry : entries) {
            ToggleButton button = new ToggleButton(entry.title());
            button.setId("tab-" + entry.id());
            button.getStyleClass().setAll("detail-tab");
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(entry.title());
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setToggleGroup(group);
            button.setOnAction(event -> open.accept(entry.id()));
            Tip.on(button, keys.apply(entry.id()));
            button.setOnMouseEntered(event -> Tip.on(button, keys.apply(entry.id())));
            buttons.put(entry.id(), button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    /// Puts the numbers of a container behind the titles.
    void count(Optional<ContainerLine> container) {
        counting.unsubscribe();
        counting = Subscription.EMPTY;
        for (DetailTabEntry entry : entries) {
            counting = counting.and(container
                    .map(entry.count())
                    .map(number -> number.subscribe(now -> setCount(entry, now)))
                    .orElse(Subscription.EMPTY));
        }
    }

    private void setCount(DetailTabEntry entry, int number) {
        ToggleButton button = Objects.requireNonNull(buttons.get(entry.id()));
        if (number == 0) {
            button.setGraphic(null);
        } else {
            Label chip = new Label(Integer.toString(number));
            chip.getStyleClass().add(StyleClasses.CHIP);
            button.setGraphic(chip);
        }
        button.setAccessibleText(number == 0 ? entry.title() : entry.title() + ", " + number);
    }

    void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    void focusMarked() {
        if (group.getSelectedToggle() instanceof ToggleButton marked) {
            marked.requestFocus();
        }
    }
}
