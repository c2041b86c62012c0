package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// What stands at the right for each choice.
final class OptionPanels {
    private OptionPanels() {}

    static List<Node> of(WelcomeOption option, ConnectPanel connect, Supplier<Node> newVm) {
        return switch (option) {
            case WelcomeOption.UseFound use -> found(use);
            case WelcomeOption.Connect _ -> List.of(connect);
            case WelcomeOption.StartOwn start -> own(start);
            case WelcomeOption.CreateVm _ -> List.of(newVm.get());
            case WelcomeOption.StartVm start -> known(start.vm());
        };
    }

    private static List<Node> found(WelcomeOption.UseFound use) {
        EngineChoice choice = use.found().choice();
        GridPane facts = new GridPane(24, 8);
        facts.addRow(0, muted("Engine"), new Label(use.found().product()));
        facts.addRow(1, muted("Name"), new Label(choice.title()));
        facts.addRow(2, muted("Address"), mono(choice.address()));
        return List.of(
                title("This engine"),
                facts,
                rule(),
                text("Quayside shows what is in it. It doesn’t start, stop or update an engine that others set up."));
    }

    private static List<Node> own(WelcomeOption.StartOwn start) {
        GridPane facts = new GridPane(24, 8);
        facts.addRow(0, muted("Address"), mono(start.own().choice().address()));
        return List.of(
                title("An engine of Quayside’s own"),
                text("Its images, containers and volumes are its own, apart from those of any other engine on this"
                        + " computer. It takes a few seconds to start, and you can cancel at any time."),
                rule(),
                facts);
    }

    private static List<Node> known(WelcomeEngines.KnownVm vm) {
        GridPane facts = new GridPane(24, 8);
        facts.addRow(0, muted("Name"), new Label(vm.choice().title()));
        facts.addRow(1, muted("Resources"), new Label(vm.facts()));
        facts.addRow(2, muted("Address"), mono(vm.choice().address()));
        return List.of(
                title("This VM"),
                facts,
                rule(),
                text("Its images, containers and volumes are as they were. quayside vm delete deletes it with all of"
                        + " them."));
    }

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.SECTION_TITLE);
        return label;
    }

    private static Label text(String text) {
        Label label = muted(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (text.length() > 40) {
            label.setMinWidth(0);
        }
        return label;
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MONO);
        return label;
    }

    static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add(StyleClasses.RULE);
        return rule;
    }
}
