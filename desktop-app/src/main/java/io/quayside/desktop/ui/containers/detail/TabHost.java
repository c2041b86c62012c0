package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The area below the tabs: the open one, or what is missing for it. Tabs are made when first shown and kept.
final class TabHost extends VBox {
    private final List<DetailTabEntry> entries;
    private final DetailContext context;
    private final DetailViewModel model;
    private final Runnable toList;
    private final Consumer<String> openContainer;
    private final Map<String, DetailTab> tabs = new HashMap<>();
    private final Life life = new Life();
    private DetailTabEntry entry;
    private @Nullable DetailTab active;
    private String activeFor = "";

    TabHost(
            List<DetailTabEntry> entries,
            DetailContext context,
            DetailViewModel model,
            Runnable toList,
            Consumer<String> openContainer) {
        this.entries = List.copyOf(entries);
        this.context = context;
        this.model = model;
        this.toList = toList;
        this.openContainer = openContainer;
        this.entry = entries.getFirst();
        setMinSize(0, 0);
        getStyleClass().add("tab-host");
    }

    /// The id of the tab that is open.
    String current() {
        return entry.id();
    }

    /// Opens a tab; one that there isn't leaves the one of before.
    void open(String id) {
        entries.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(one -> {
            if (!one.equals(entry)) {
                leaveTab();
                entry = one;
            }
        });
        if (life.isShown()) {
            update();
        }
    }

    void enter() {
        life.enter();
    }

    void leave() {
        life.leave();
    }

    void focusMain() {
        if (active != null) {
            active.focusMain();
        } else {
            requestFocus();
        }
    }

    boolean escape() {
        return active != null && active.escape();
    }

    boolean copy() {
        return active != null && active.copy();
    }

    void find() {
        if (active != null) {
            active.find();
        }
    }

    /// What isn't saved in any tab, and where that is.
    List<UnsavedText> unsaved() {
        List<UnsavedText> all = new ArrayList<>();
        tabs.forEach((tab, one) -> one.unsaved()
                .forEach((container, name) ->
                        all.add(new UnsavedText(name, Location.of(DetailCommands.PAGE, container, tab)))));
        return all;
    }

    boolean settled() {
        return active == null || active.settled();
    }

    /// Follows the container while the page is in view.
    private final class Life extends ViewLifecycle {
        @Override
        protected void onShown() {
            whileShown(model.presenceProperty(), ignored -> update());
            whileShown(model.lineProperty(), ignored -> update());
        }

        @Override
        protected void onHidden() {
            leaveTab();
        }
    }

    private void update() {
        if (!life.isShown()) {
            return;
        }
        Optional<ContainerLine> line = model.lineProperty().get();
        Optional<Node> missing = switch (model.presenceProperty().get()) {
            case Presence.Waiting ignored -> Optional.of(new Region());
            case Presence.NotFound(String name) ->
                Optional.of(new EmptyState(
                        "There is no container " + name + ".", "It may have been deleted.", backButton()));
            case Presence.Deleted deleted ->
                entry.needs() == DetailTabEntry.Needs.NOTHING
                        ? Optional.<Node>empty()
                        : Optional.of(new EmptyState(text(deleted), "", deletedActions(deleted)));
            case Presence.There ignored -> line.flatMap(this::stopped);
        };
        if (missing.isPresent() || line.isEmpty()) {
            leaveTab();
            getChildren().setAll(missing.stream().toList());
            missing.ifPresent(node -> VBox.setVgrow(node, Priority.ALWAYS));
        } else {
            show(line.get());
        }
    }

    private void show(ContainerLine line) {
        DetailTab tab = tabs.get(entry.id());
        if (tab == null) {
            tab = entry.factory().apply(context);
            tabs.put(entry.id(), tab);
            VBox.setVgrow(tab.root(), Priority.ALWAYS);
        }
        Optional<Node> strip = deletedStrip();
        boolean same = tab.equals(active) && activeFor.equals(line.container().id());
        if (!same) {
            leaveTab();
        }
        if (!same || getChildren().size() != (strip.isPresent() ? 2 : 1)) {
            getChildren().setAll(tab.root());
            strip.ifPresent(node -> getChildren().addFirst(node));
        }
        if (same) {
            tab.changed(line);
        } else {
            active = tab;
            activeFor = line.container().id();
            tab.shown(line);
        }
    }

    private void leaveTab() {
        if (active != null) {
            active.hidden();
            active = null;
            activeFor = "";
        }
    }

    private Optional<Node> stopped(ContainerLine line) {
        boolean runs = line.container().isUp() || entry.needs() != DetailTabEntry.Needs.RUNNING;
        if (runs) {
            return Optional.empty();
        }
        ActionButton start = new ActionButton(
                        "Start",
                        Icons.START,
                        () -> model.row().ifPresent(row -> model.actions().start(List.of(row))))
                .primary();
        start.setAccessibleText("Start " + line.name());
        start.setUnavailable(
                line.canAct() ? Optional.empty() : Optional.of(line.busy().orElse("The engine is not connected")));
        return Optional.of(new EmptyState(line.name() + " is stopped.", "", start));
    }

    private Optional<Node> deletedStrip() {
        if (!(model.presenceProperty().get() instanceof Presence.Deleted deleted)) {
            return Optional.empty();
        }
        Label text = new Label(text(deleted));
        text.setWrapText(true);
        HBox strip = new HBox(8, text);
        strip.getChildren().addAll(deletedActions(deleted));
        strip.getStyleClass().addAll(StyleClasses.BULK_BAR, "deleted-strip");
        strip.setId("deleted-strip");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        return Optional.of(strip);
    }

    private static String text(Presence.Deleted deleted) {
        return deleted.name()
                + (deleted.byUser() ? " was deleted at " : " was deleted outside Quayside at ")
                + Times.clock(deleted.seenAt())
                + ".";
    }

    private List<ActionButton> deletedActions(Presence.Deleted deleted) {
        ActionButton back = backButton();
        return deleted.successor()
                .map(id -> List.of(
                        new ActionButton("Open the new " + deleted.name(), () -> openContainer.accept(id)).small(),
                        back))
                .orElse(List.of(back));
    }

    private ActionButton backButton() {
        return new ActionButton("Back to containers", toList).small();
    }
}
