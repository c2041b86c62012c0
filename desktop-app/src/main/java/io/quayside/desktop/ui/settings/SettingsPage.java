package io.quayside.desktop.ui.settings;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.engine.disk.DoctorPage;
import io.quayside.desktop.ui.settings.machine.MachinePages;
import io.quayside.desktop.ui.settings.machine.MachinePane;
import io.quayside.desktop.ui.settings.machine.PortsPane;
import io.quayside.desktop.ui.settings.machine.ResourcesPane;
import io.quayside.desktop.ui.settings.machine.SharingPane;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings: a column of pages, the page, and below it what isn't applied yet.
public final class SettingsPage extends ViewLifecycle implements Page {
    private final BorderPane root = new BorderPane();
    private final SettingsViewModel model;
    private final KeyboardViewModel keyboard;
    private final SettingsColumn column;
    private final SettingsFooter footer;
    private final boolean tray;
    private final Label title = new Label();
    private final Label description = new Label();
    private final VBox problem = new VBox();
    private final ActionButton reset;
    private final VBox content = new VBox();
    private final Map<SettingsSection, Region> panes = new EnumMap<>(SettingsSection.class);
    private final Map<SettingsSection, MachinePane> machine;
    private final VBox foot = new VBox();
    private SettingsSection section = SettingsSection.GENERAL;

    /// `tray` says whether this desktop has one.
    ///
    /// @param machine the pages about the machine in the window
    public SettingsPage(
            SettingsViewModel model, MachinePages machine, Commands commands, Navigator navigator, boolean tray) {
        this.model = model;
        this.machine = Map.of(
                SettingsSection.RESOURCES,
                new ResourcesPane(
                        machine.resources(), machine.folders(), () -> navigator.go(Location.of(DoctorPage.PAGE))),
                SettingsSection.FILE_SHARING,
                new SharingPane(machine.shares(), machine.folders()),
                SettingsSection.PORT_FORWARDING,
                new PortsPane(machine.ports()));
        this.tray = tray;
        this.keyboard = new KeyboardViewModel(commands, model);
        this.column = new SettingsColumn(
                this::isChanged, tray, chosen -> navigator.go(Location.of("settings", chosen.address())));
        this.footer = new SettingsFooter(model, keyboard);
        this.reset =
                new ActionButton("Reset this page", this::resetSection).small().ghost();
        this.machine.values().forEach(pane -> pane.onChange(this::refresh));
        root.setId("page-settings");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.setLeft(column);
        root.setCenter(page());
    }

    private Node page() {
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        description.getStyleClass().add(StyleClasses.MUTED);
        description.setWrapText(true);
        description.managedProperty().bind(description.visibleProperty());
        reset.setId("settings-reset");
        reset.getStyleClass().add(StyleClasses.LINK);
        Gap gap = new Gap();
        HBox head = new HBox(8, title, gap, reset);
        head.getStyleClass().add("qs-settings-head");
        VBox top = new VBox(4, head, description);
        VBox.setVgrow(content, Priority.ALWAYS);
        problem.managedProperty().bind(Bindings.isNotEmpty(problem.getChildren()));
        VBox body = new VBox(12, problem, top, content);
        body.getStyleClass().add("qs-settings-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setAccessibleText("Settings");
        scroll.setFocusTraversable(false);
        BorderPane page = new BorderPane(scroll);
        page.setBottom(foot);
        return page;
    }

    private Optional<MachinePane> ofMachine(SettingsSection wanted) {
        return Optional.ofNullable(machine.get(wanted));
    }

    private boolean isChanged(SettingsSection of) {
        return ofMachine(of).map(MachinePane::isChanged).orElseGet(() -> model.isChanged(of));
    }

    private void resetSection() {
        ofMachine(section).ifPresentOrElse(MachinePane::reset, () -> model.reset(section));
    }

    @Override
    public boolean settled() {
        return ofMachine(section).map(MachinePane::settled).orElse(true);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        enter();
        show(location.rest().stream().findFirst().flatMap(SettingsSection::of).orElse(SettingsSection.GENERAL));
    }

    @Override
    public void hidden() {
        leave();
        machine.values().forEach(MachinePane::leave);
        keyboard.cancelRecording();
    }

    @Override
    protected void onShown() {
        model.refresh();
        keyboard.refresh();
        whileShown(model.revisionProperty(), ignored -> refresh());
        whileShown(model.watchFile());
        whileShown(
                model.problemProperty(),
                now -> problem.getChildren()
                        .setAll(now.map(this::banner).stream().toList()));
    }

    private Node banner(Problem now) {
        ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, ProblemPane.Level.WARNING, now);
        pane.setId("settings-problem");
        return pane.onDismiss(model::dismissProblem);
    }

    private void show(SettingsSection next) {
        section = next;
        title.setText(next.title());
        description.setText(next.description());
        description.setVisible(!next.description().isEmpty());
        machine.forEach((of, pane) -> {
            if (of != next) {
                pane.leave();
            }
        });
        foot.getChildren().setAll(footer);
        ofMachine(next).ifPresent(pane -> {
            pane.enter();
            foot.getChildren().add(pane.footer());
        });
        Region pane = panes.computeIfAbsent(next, this::pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
        content.getChildren().setAll(pane);
        column.select(next);
        refresh();
    }

    private Region pane(SettingsSection wanted) {
        return switch (wanted) {
            case GENERAL -> new GeneralPane(model, tray);
            case APPEARANCE -> new AppearancePane(model);
            case RESOURCES, FILE_SHARING, PORT_FORWARDING ->
                ofMachine(wanted).map(MachinePane::root).orElseThrow();
            case KEYBOARD -> new KeyboardPane(keyboard);
        };
    }

    private void refresh() {
        reset.setUnavailable(ofMachine(section)
                .map(MachinePane::whyNoReset)
                .orElseGet(() -> model.isDefault(section)
                        ? Optional.of("Everything on this page has its default already")
                        : Optional.empty()));
        footer.refresh();
        column.refresh();
    }

    @Override
    public void focusMain() {
        if (panes.get(section) instanceof KeyboardPane pane) {
            pane.focusTable();
        } else {
            column.focusSelected();
        }
    }

    @Override
    public boolean escape() {
        return column.clearSearch();
    }
}
