package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The keys of this page and of everywhere, as they are set now, and the version.
final class HelpPopover implements FlyoutLayer.Flyout {
    private static final double WIDTH = 360;

    private final VBox content = new VBox();
    private final Commands commands;
    private final KeyBindings keys;
    private final Supplier<String> page;
    private final String version;

    HelpPopover(Commands commands, KeyBindings keys, Supplier<String> page, String version) {
        this.commands = commands;
        this.keys = keys;
        this.page = page;
        this.version = version;
        content.setId("help-popover");
        content.getStyleClass().add("qs-help");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public void opened() {
        VBox list = new VBox();
        list.getStyleClass().add("help-keys");
        List<Command> here = commands.all().stream()
                .filter(command -> command.scope().equals(Optional.of(page.get())))
                .toList();
        part(list, "On this page", here);
        part(
                list,
                "Everywhere",
                commands.all().stream()
                        .filter(command -> command.scope().isEmpty())
                        .toList());
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("Keyboard shortcuts");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        Label about = new Label("Quayside " + version);
        about.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox foot = new HBox(about);
        foot.getStyleClass().add("tasks-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().setAll(heading(), scroll, foot);
    }

    private static Node heading() {
        Label title = new Label("Keyboard shortcuts");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        HBox head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tasks-head");
        return head;
    }

    private void part(VBox list, String title, List<Command> some) {
        List<Command> withKeys =
                some.stream().filter(command -> keys.chord(command).isPresent()).toList();
        if (withKeys.isEmpty()) {
            return;
        }
        Label heading = new Label(title);
        heading.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED, StyleClasses.MEDIUM, "help-heading");
        list.getChildren().add(heading);
        for (Command command : withKeys) {
            Label name = new Label(command.title().get());
            name.setMinWidth(0);
            Gap gap = new Gap();
            HBox key = new HBox(new Kbd(keys.label(command.id())));
            key.setMinWidth(Region.USE_PREF_SIZE);
            key.setAlignment(Pos.CENTER_RIGHT);
            HBox line = new HBox(8, name, gap, key);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("help-line");
            list.getChildren().add(line);
        }
    }

    @Override
    public void closed() {
        content.getChildren().clear();
    }
}
