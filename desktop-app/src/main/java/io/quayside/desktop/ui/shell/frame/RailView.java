package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.RailItem;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pages at the left. Arrow keys move between them, Enter or Space opens one.
final class RailView extends VBox {
    private final Map<String, ToggleButton> items = new LinkedHashMap<>();
    private final Map<String, Runnable> relabel = new LinkedHashMap<>();
    private final Navigator navigator;
    private final Function<String, String> keys;
    private boolean collapsed;

    /// @param keys how the key that opens a page is said, or nothing
    RailView(List<PageEntry> pages, Navigator navigator, Function<String, String> keys) {
        this.navigator = navigator;
        this.keys = keys;
        getStyleClass().add(StyleClasses.RAIL);
        setId("rail");
        ToggleGroup group = new ToggleGroup();
        List<PageEntry> objects = part(pages, RailItem.Part.OBJECTS);
        List<PageEntry> surroundings = part(pages, RailItem.Part.SURROUNDINGS);
        objects.forEach(page -> add(page, group));
        if (!objects.isEmpty() && !surroundings.isEmpty()) {
            getChildren().add(rule());
        }
        surroundings.forEach(page -> add(page, group));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        part(pages, RailItem.Part.FOOT).forEach(page -> add(page, group));
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveOrOpen);
    }

    private static List<PageEntry> part(List<PageEntry> pages, RailItem.Part part) {
        return pages.stream()
                .filter(page -> page.rail().isPresent() && page.rail().get().part() == part)
                .toList();
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().addAll(StyleClasses.RULE, "rail-rule");
        return rule;
    }

    private void add(PageEntry page, ToggleGroup group) {
        RailItem item = page.rail().orElseThrow();
        Label title = new Label(page.title());
        Label count = new Label();
        count.getStyleClass().add(StyleClasses.CAPTION);
        count.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        HBox line = new HBox(10, item.icon().node(), title, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setId("nav-" + page.name());
        button.getStyleClass().add(StyleClasses.RAIL_ITEM);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setOnAction(event -> {
            mark(navigator.currentProperty().get().page());
            navigator.go(Location.of(page.name()));
        });
        items.put(page.name(), button);
        getChildren().add(button);
        Runnable label = () -> label(page, button, title, count, line);
        relabel.put(page.name(), label);
        item.count().ifPresent(value -> value.subscribe(ignored -> label.run()));
        label.run();
    }

    private void label(PageEntry page, ToggleButton button, Label title, Label count, HBox line) {
        int number =
                page.rail().flatMap(RailItem::count).map(value -> value.get()).orElse(-1);
        count.setText(number < 0 ? "" : Integer.toString(number));
        String spoken = number < 0 ? page.title() : page.title() + ", " + number;
        button.setAccessibleText(spoken);
        title.setVisible(!collapsed);
        title.setManaged(!collapsed);
        count.setVisible(!collapsed && number >= 0);
        count.setManaged(!collapsed && number >= 0);
        line.setAlignment(collapsed ? Pos.CENTER : Pos.CENTER_LEFT);
        line.getChildren().get(2).setManaged(!collapsed);
        Tip.on(button, collapsed ? withKey(spoken, keys.apply(page.name())) : "");
    }

    private static String withKey(String text, String key) {
        return key.isEmpty() ? text : text + "  " + key;
    }

    /// Names of the pages in the rail, from top to bottom.
    List<String> pages() {
        return List.copyOf(items.keySet());
    }

    /// Marks the item of a page; none if it isn't in the rail.
    void mark(String page) {
        items.forEach((name, item) -> item.setSelected(name.equals(page)));
    }

    void setCollapsed(boolean now) {
        if (collapsed != now) {
            collapsed = now;
            getStyleClass().remove(StyleClasses.RAIL_COLLAPSED);
            if (now) {
                getStyleClass().add(StyleClasses.RAIL_COLLAPSED);
            }
            relabel.values().forEach(Runnable::run);
        }
    }

    boolean isCollapsed() {
        return collapsed;
    }

    void focusMarked() {
        items.values().stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .or(() -> items.values().stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private void moveOrOpen(KeyEvent event) {
        List<ToggleButton> buttons = new ArrayList<>(items.values());
        Optional<ToggleButton> focused =
                buttons.stream().filter(Node::isFocused).findFirst();
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        if (focused.isEmpty() || !plain) {
            return;
        }
        int at = buttons.indexOf(focused.get());
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            buttons.get(Math.clamp(at + step, 0, buttons.size() - 1)).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            focused.get().fire();
            event.consume();
        }
    }
}
