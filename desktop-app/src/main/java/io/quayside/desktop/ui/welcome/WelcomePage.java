package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.frame.BrandMark;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// First run, in the whole window.
public final class WelcomePage extends ViewLifecycle implements Page {
    private static final double WIDTH = 1088;

    private final WelcomeViewModel model;
    private final FxThread fx;
    private final FolderChooser folders;
    private final BorderPane root = new BorderPane();
    private final StepLine steps = new StepLine();
    private final StackPane column = new StackPane();
    private Optional<ChoosePane> choosing = Optional.empty();
    private Optional<SetUpPane> settingUp = Optional.empty();

    /// @param folders asks which folder a new machine is to see
    public WelcomePage(WelcomeViewModel model, FxThread fx, String version, FolderChooser folders) {
        this.model = model;
        this.fx = fx;
        this.folders = folders;
        root.setId("page-first-run");
        root.getStyleClass().add(StyleClasses.FIRST_RUN);
        root.setTop(header());
        column.setMaxWidth(WIDTH);
        column.getStyleClass().add("first-run-column");
        StackPane centred = new StackPane(column);
        centred.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setAccessibleText("First run");
        root.setCenter(scroll);
        root.setBottom(footer(version));
    }

    private Node header() {
        Label name = new Label("Quayside");
        name.getStyleClass().add(StyleClasses.SECTION_TITLE);
        HBox brand = new HBox(10, new BrandMark(), name);
        brand.setAlignment(Pos.CENTER_LEFT);
        brand.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane header = new StackPane(steps, brand);
        StackPane.setAlignment(brand, Pos.CENTER_LEFT);
        header.getStyleClass().add("first-run-header");
        return header;
    }

    private static Node footer(String version) {
        Label left = new Label("No account needed. Nothing is sent anywhere.");
        Label right = new Label("Quayside " + version);
        left.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        right.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        BorderPane footer = new BorderPane();
        footer.setLeft(left);
        footer.setRight(right);
        footer.getStyleClass().add("first-run-footer");
        return footer;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.preferMachine(location.rest().equals(List.of("vm")));
        enter();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    public void hidden() {
        leave();
    }

    @Override
    protected void onShown() {
        whileShown(model.stateProperty(), this::show);
        if (model.stateProperty().get() instanceof WelcomeState.Looking) {
            model.look();
        }
    }

    @Override
    protected void onHidden() {
        closePanes();
    }

    private void show(WelcomeState state) {
        steps.show(state.step());
        if (state instanceof WelcomeState.SettingUp next && settingUp.isPresent()) {
            settingUp.get().show(next);
            return;
        }
        closePanes();
        column.getChildren()
                .setAll(
                        switch (state) {
                            case WelcomeState.Looking _ -> looking();
                            case WelcomeState.Choosing choice -> {
                                ChoosePane pane = new ChoosePane(model, choice.findings(), folders);
                                choosing = Optional.of(pane);
                                yield pane;
                            }
                            case WelcomeState.SettingUp setUp -> {
                                SetUpPane pane = new SetUpPane(model, fx, setUp);
                                pane.setMaxWidth(640);
                                settingUp = Optional.of(pane);
                                yield pane;
                            }
                        });
        focusMain();
    }

    private static Node looking() {
        Label text = new Label("Looking for container engines…");
        text.getStyleClass().add(StyleClasses.SECTION_TITLE);
        HBox row = new HBox(12, new Spinner(24), text);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("first-run-looking");
        return row;
    }

    private void closePanes() {
        choosing.ifPresent(ChoosePane::close);
        settingUp.ifPresent(SetUpPane::close);
        choosing = Optional.empty();
        settingUp = Optional.empty();
    }

    @Override
    public void focusMain() {
        choosing.ifPresent(ChoosePane::focusSelected);
        settingUp.ifPresent(SetUpPane::focusMain);
    }

    @Override
    public boolean escape() {
        return true; // there is nothing before first run
    }
}
