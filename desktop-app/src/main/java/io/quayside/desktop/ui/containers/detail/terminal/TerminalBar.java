package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar above the terminal: a tab for each session, and what the next one is. FX thread.
final class TerminalBar extends HBox {
    /// What the bar asks for.
    interface Actions {
        void add();

        void split();

        void attach();

        void debug();

        void shell(String path);

        void user(String name);

        void select(TerminalModel model);

        void close(TerminalModel model);

        void find();
    }

    private final Actions actions;
    private final HBox chips = new HBox();
    private final MenuButton shell = menu("terminal-shell");
    private final MenuButton user = menu("terminal-user");
    private final MenuButton more = menu("terminal-more");
    private final IconButton add;
    private final IconButton split;
    private List<TerminalModel> listed = List.of();
    private Optional<TerminalModel> current = Optional.empty();

    TerminalBar(Actions actions) {
        this.actions = actions;
        add = new IconButton(Icons.ADD, "Open another session", actions::add);
        add.setId("terminal-add");
        split = new IconButton(Icons.COLUMNS, "Open a session beside this one", actions::split);
        split.setId("terminal-split-button");
        IconButton find = new IconButton(Icons.SEARCH, "Find in the scrollback", actions::find);
        more.setGraphic(Icons.MORE.node(Icons.SMALL));
        more.setAccessibleText("More sessions");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        chips.setMinWidth(0);
        getStyleClass().add("terminal-bar");
        getChildren().addAll(chips, add, gap, shell, user, find, split, more);
    }

    private static MenuButton menu(String id) {
        MenuButton button = new MenuButton();
        button.setId(id);
        button.getStyleClass().addAll(StyleClasses.SMALL, StyleClasses.GHOST);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void show(ContainerTerminals terminals) {
        ContainerTerminals.Shown shown = terminals.shownProperty().get();
        if (!shown.all().equals(listed) || !shown.front().equals(current)) {
            listed = shown.all();
            current = shown.front();
            chips.getChildren()
                    .setAll(listed.stream()
                            .map(model -> new SessionChip(
                                    model,
                                    current.equals(Optional.of(model)),
                                    () -> actions.select(model),
                                    () -> actions.close(model)))
                            .toList());
        }
        boolean hasShell = terminals.shell().isPresent();
        for (Region part : List.of(add, split, shell, user)) {
            part.setVisible(hasShell);
            part.setManaged(hasShell);
        }
        shells(terminals);
        users(terminals);
        more(terminals);
    }

    private void shells(ContainerTerminals terminals) {
        String now = SafeText.line(terminals.shell().orElse(""));
        shell.setText("Shell: " + now);
        shell.setAccessibleText("Shell of new sessions, " + now);
        shell.getItems()
                .setAll(terminals.found().map(ShellFinder.Found::shells).orElse(List.of()).stream()
                        .map(path -> item(path, () -> actions.shell(path)))
                        .toList());
    }

    private void users(ContainerTerminals terminals) {
        String now = SafeText.line(terminals.userInWords());
        user.setText("User: " + now);
        user.setAccessibleText("User of new sessions, " + now);
        Set<String> names = new LinkedHashSet<>();
        terminals
                .found()
                .map(ShellFinder.Found::user)
                .filter(own -> !own.isEmpty())
                .ifPresent(names::add);
        names.add("root");
        List<MenuItem> items = new ArrayList<>();
        names.forEach(name -> items.add(item(name, () -> actions.user(name))));
        TextField other = new TextField();
        other.setPromptText("Another user or number");
        other.setAccessibleText("Another user or number");
        other.setId("terminal-other-user");
        other.setOnAction(event -> {
            user.hide();
            if (!other.getText().isBlank()) {
                actions.user(other.getText().strip());
            }
        });
        items.add(new CustomMenuItem(other, false));
        user.getItems().setAll(items);
    }

    private void more(ContainerTerminals terminals) {
        MenuItem attach = item("Attach to the main process", actions::attach);
        attach.setDisable(!terminals.found().map(ShellFinder.Found::canAttach).orElse(false));
        attach.setId("terminal-attach");
        more.getItems().setAll(attach, item("Open a debug shell", actions::debug));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(SafeText.line(text));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
