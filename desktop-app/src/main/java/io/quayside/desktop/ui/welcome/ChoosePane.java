package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Checked;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What was found, the choices at the left, what the selected one needs at the right.
final class ChoosePane extends VBox {
    private final WelcomeViewModel model;
    private final List<OptionCard> cards = new ArrayList<>();
    private final VBox panel = new VBox(12);
    private final ActionButton proceed;
    private final ConnectPanel connect;
    private final Optional<NewVmPanel> newVm;
    private final Subscription subscriptions;

    ChoosePane(WelcomeViewModel model, Findings findings, FolderChooser folders) {
        super(24);
        this.model = model;
        proceed = new ActionButton("", model::proceed).primary();
        proceed.setGraphic(Icons.FORWARD.node(Icons.SMALL));
        proceed.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        proceed.setDefaultButton(true);
        proceed.setMinWidth(Region.USE_PREF_SIZE);
        connect = new ConnectPanel(model, findings.known());
        newVm = findings.vm() instanceof WelcomeEngines.NewVm vm
                ? Optional.of(new NewVmPanel(model, vm.offer(), folders))
                : Optional.empty();
        VBox checked = checked(findings.checked());
        panel.getStyleClass().addAll(StyleClasses.CARD, "qs-option-panel");
        getChildren().addAll(head(findings, checked), columns(findings), foot());
        subscriptions = Subscription.combine(
                model.selectedProperty().subscribe(this::select),
                model.addressProperty().subscribe(ignored -> refresh()),
                model.testingProperty().subscribe(ignored -> refresh()),
                model.accelerationProperty().subscribe(ignored -> refresh()));
    }

    void close() {
        connect.close();
        newVm.ifPresent(NewVmPanel::close);
        subscriptions.unsubscribe();
    }

    void focusSelected() {
        cards.stream()
                .filter(card -> card.radio().isSelected())
                .findFirst()
                .ifPresent(card -> card.radio().requestFocus());
    }

    private static Node head(Findings findings, VBox checked) {
        boolean found = !findings.running().isEmpty();
        Label title = new Label(
                found ? findings.running().getFirst().product() + " is running here." : "No container engine found");
        title.getStyleClass().add(StyleClasses.FIRST_RUN_TITLE);
        title.setWrapText(true);
        int places = findings.checked().size();
        Label text = new Label((found ? "Quayside can use it as it is. " : "Quayside needs one to run containers. ")
                + "It looked in " + places + (places == 1 ? " place." : " places."));
        text.getStyleClass().add(StyleClasses.MUTED);
        Hyperlink show = new Hyperlink("Show what was checked");
        show.setOnAction(ignored -> {
            boolean open = !checked.isVisible();
            checked.setVisible(open);
            show.setText(open ? "Hide what was checked" : "Show what was checked");
        });
        HBox line = new HBox(4, text, show);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, title, line, checked);
    }

    private static VBox checked(List<Checked> places) {
        GridPane grid = new GridPane(24, 6);
        int row = 0;
        for (Checked place : places) {
            Label name = new Label(place.place());
            name.getStyleClass().add(StyleClasses.MONO);
            Label result = new Label(place.result());
            result.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            result.setWrapText(true);
            grid.addRow(row++, name, result);
        }
        VBox card = new VBox(grid);
        card.getStyleClass().add(StyleClasses.CARD);
        card.setVisible(false);
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private Node columns(Findings findings) {
        VBox options = new VBox(12);
        ToggleGroup group = new ToggleGroup();
        for (WelcomeOption option : WelcomeViewModel.options(findings)) {
            OptionCard card = new OptionCard(option, () -> model.select(option));
            card.radio().setToggleGroup(group);
            cards.add(card);
            options.getChildren().add(card);
        }
        Label note = new Label(
                "You can change this later under Engine. Quayside leaves other Docker tools and their data as they are.",
                Icons.INFO.node(Icons.SMALL));
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        options.getChildren().add(note);
        GridPane grid = new GridPane(24, 0);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, options, panel);
        GridPane.setValignment(panel, javafx.geometry.VPos.TOP);
        GridPane.setFillHeight(panel, false);
        return grid;
    }

    private Node foot() {
        ActionButton around = new ActionButton("Look around without an engine", model::finish).ghost();
        Gap gap = new Gap();
        HBox foot = new HBox(8, around, gap, proceed);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void select(WelcomeOption option) {
        cards.forEach(card -> card.setSelected(card.option().equals(option)));
        panel.getChildren().setAll(OptionPanels.of(option, connect, newVm::orElseThrow));
        refresh();
    }

    private void refresh() {
        proceed.setText(model.selectedProperty().get().action());
        proceed.setUnavailable(
                model.testingProperty().get() ? Optional.of("The address is being tested") : model.missing());
    }
}
