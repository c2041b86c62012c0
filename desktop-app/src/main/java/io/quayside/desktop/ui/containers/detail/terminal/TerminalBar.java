package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The bar above the terminal: a tab for each session, and what the next one is. FX thread.
final class TerminalBar extends HBox {
    /// What the bar asks for.
    interface Actions {
        void add();

        void split();

        void attach();

        void debug();

        void form();

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
    private final Map<TerminalModel, SessionChip> known = new HashMap<>();

    TerminalBar(Actions actions) {
        this.actions = actions;
        add = new IconButton(Icons.ADD, "Open another session", actions::add);
        add.setId("terminal-add");
        split = new IconButton(Icons.SPLIT, "Open a session beside this one", actions::split);
        split.setId("terminal-split-button");
        IconButton find = new IconButton(Icons.SEARCH, "Find in the scrollback", actions::find);
        more.setGraphic(Icons.MORE.node(Icons.SMALL));
        more.setAccessibleText("More sessions");
        more.getStyleClass().add("no-arrow");
        Gap gap = new Gap();
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
        showChips(shown);
        boolean hasShell = terminals.shell().isPresent();
        for (Region part : List.of(add, split, shell, user)) {
            part.setVisible(hasShell);
            part.setManaged(hasShell);
        }
        shells(terminals);
        users(terminals);
        more(terminals);
    }

    /// A chip stays the same node, so that a double click doesn't hit two.
    private void showChips(ContainerTerminals.Shown shown) {
        known.keySet().retainAll(shown.all());
        List<SessionChip> now = shown.all().stream().map(this::chip).toList();
        if (!chips.getChildren().equals(now)) {
            chips.getChildren().setAll(now);
        }
        known.forEach((model, chip) -> chip.setCurrent(shown.isShown(model)));
    }

    private SessionChip chip(TerminalModel model) {
        return known.computeIfAbsent(
                model, one -> new SessionChip(one, () -> actions.select(one), () -> actions.close(one)));
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
        MenuItem form = item("Choose folder and environment…", actions::form);
        form.setDisable(terminals.shell().isEmpty());
        more.getItems().setAll(form, attach, item("Open a debug shell", actions::debug));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(SafeText.line(text));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
