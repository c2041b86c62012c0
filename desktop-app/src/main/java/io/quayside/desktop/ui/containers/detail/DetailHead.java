package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.containers.MenuItems;
import io.quayside.desktop.ui.containers.RunCommand;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.run.RunPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// "Containers / web", its state, and what can be done with it as a whole.
final class DetailHead extends HBox {
    private final DetailViewModel model;
    private final DetailContext context;
    private final Runnable update;
    private final Runnable delete;
    private final Label name = new Label();
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label word = new Label();
    private final Label detail = new Label();
    private final ActionButton startStop = new ActionButton("Stop", Icons.STOP, this::startOrStop);
    private final ActionButton restart;
    private final IconButton more;

    DetailHead(DetailViewModel model, DetailContext context, Runnable toList, Runnable update, Runnable delete) {
        this.model = model;
        this.context = context;
        this.update = update;
        this.delete = delete;
        getStyleClass().addAll(StyleClasses.PAGE_HEAD, "detail-head");
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to containers", toList);
        Hyperlink list = new Hyperlink("Containers");
        list.getStyleClass().add("crumb");
        list.setOnAction(event -> {
            list.setVisited(false);
            toList.run();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setId("container-name");
        // A short name takes no more room than it needs.
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(60, name.prefWidth(-1)), name.textProperty(), name.fontProperty()));
        word.getStyleClass().add(StyleClasses.MEDIUM);
        word.setId("container-state");
        word.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox state = new HBox(6, glyph, word, detail);
        state.getStyleClass().add("state");
        Gap gap = new Gap();
        restart = new ActionButton(
                "Restart",
                Icons.RESTART,
                () -> model.row().ifPresent(row -> model.actions().restart(List.of(row))));
        more = new IconButton(Icons.MORE, "More actions", this::openMenu);
        more.getStyleClass().add("framed");
        for (Region button : List.of(startStop, restart)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(back, list, slash, name, state, gap, startStop, restart, more);
        model.lineProperty().subscribe(line -> line.ifPresent(this::show));
        model.presenceProperty().subscribe(this::presence);
    }

    private void show(ContainerLine line) {
        name.setText(line.name());
        glyph.setGlyph(
                line.busy().isPresent() ? StateGlyph.STARTING : line.status().glyph());
        word.setText(line.busy().orElse(line.status().word()));
        detail.setText(line.busy().isPresent() ? "" : line.status().detail());
        boolean up = line.container().isUp();
        startStop.setText(up ? "Stop" : "Start");
        startStop.setGraphic((up ? Icons.STOP : Icons.START).node(Icons.SMALL));
        startStop.setAccessibleText((up ? "Stop " : "Start ") + line.name());
        restart.setAccessibleText("Restart " + line.name());
        more.setName("More actions for " + line.name());
        available(reason(line));
        if (!up && line.canAct()) {
            restart.setUnavailable(Optional.of(line.name() + " is stopped"));
        }
    }

    private static Optional<String> reason(ContainerLine line) {
        if (!line.live()) {
            return Optional.of("The engine is not connected");
        }
        return line.busy().map(doing -> doing + " " + line.name());
    }

    private void available(Optional<String> reason) {
        startStop.setUnavailable(reason);
        restart.setUnavailable(reason);
        more.setUnavailable(reason);
    }

    private void presence(Presence presence) {
        switch (presence) {
            case Presence.There ignored -> model.lineProperty().get().ifPresent(this::show);
            case Presence.Waiting ignored -> {
                name.setText("");
                nothing(StateGlyph.UNKNOWN, "", "Reading from the engine");
            }
            case Presence.NotFound(String wanted) -> {
                name.setText(wanted);
                nothing(StateGlyph.UNKNOWN, "Not there", "There is no such container");
            }
            case Presence.Deleted deleted -> nothing(StateGlyph.UNKNOWN, "Deleted", deleted.name() + " was deleted");
        }
    }

    private void nothing(StateGlyph sign, String state, String reason) {
        glyph.setGlyph(sign);
        word.setText(state);
        detail.setText("");
        available(Optional.of(reason));
    }

    private void startOrStop() {
        model.row().ifPresent(row -> {
            if (row.line().container().isUp()) {
                model.actions().stop(List.of(row));
            } else {
                model.actions().start(List.of(row));
            }
        });
    }

    private void openMenu() {
        Optional<ContainerRow> row = model.row();
        if (row.isEmpty()) {
            return;
        }
        LiveMenu menu = new LiveMenu(List.of(row.get()));
        MenuItems.lifecycle(menu, List.of(row.get()), model.actions(), model.actions());
        menu.separator();
        menu.add(
                "Edit and recreate…",
                () -> row.get().line().canAct(),
                () -> context.shell()
                        .navigator()
                        .go(Location.of("edit", row.get().id())));
        menu.add(
                "Duplicate…",
                () -> row.get().line().canAct(),
                () -> context.shell().navigator().go(RunPage.like(row.get().id())));
        menu.add("Update image and recreate…", () -> row.get().line().canAct(), update);
        menu.add(MenuItems.copies(
                row.get().line(),
                context::copy,
                () -> RunCommand.of(context.parts(), row.get().line(), context::copy)));
        menu.separator();
        menu.add("Delete…", () -> row.get().line().canAct(), delete)
                .getStyleClass()
                .add(StyleClasses.DANGER);
        menu.menu().show(more, Side.BOTTOM, 0, 4);
    }
}
