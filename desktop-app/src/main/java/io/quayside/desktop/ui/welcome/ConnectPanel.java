package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Answers;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Fails;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Tested;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// An address or context with a live test, and what `docker` knows to pick from.
final class ConnectPanel extends VBox {
    private final WelcomeViewModel model;
    private final TextField field = new TextField();
    private final ActionButton test;
    private final VBox result = new VBox();
    private final Subscription subscriptions;

    ConnectPanel(WelcomeViewModel model, List<EngineChoice> known) {
        super(12);
        this.model = model;
        test = new ActionButton("Test", model::test);
        test.setMinWidth(USE_PREF_SIZE);
        field.setId("welcome-address");
        field.setPromptText("unix:///run/docker.sock or ssh://user@host");
        field.setAccessibleText("Address or name of a context");
        field.textProperty().bindBidirectional(model.addressProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label label = new Label("Address or context");
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setLabelFor(field);
        getChildren().addAll(OptionPanels.title("Which engine"), new VBox(6, label, new HBox(8, field, test)), result);
        if (!known.isEmpty()) {
            getChildren().addAll(OptionPanels.rule(), OptionPanels.muted("Known on this computer"), links(known));
        }
        result.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(result.getChildren()));
        subscriptions = Subscription.combine(
                model.addressProperty().subscribe(ignored -> test.setUnavailable(model.missing())),
                model.testedProperty().subscribe(ignored -> show()),
                model.testingProperty().subscribe(ignored -> show()));
    }

    void close() {
        subscriptions.unsubscribe();
        field.textProperty().unbindBidirectional(model.addressProperty());
    }

    private Node links(List<EngineChoice> known) {
        FlowPane links = new FlowPane(16, 6);
        for (EngineChoice choice : known) {
            Hyperlink link = new Hyperlink(choice.title());
            link.setAccessibleText("Take the address of " + choice.title());
            link.setOnAction(ignored -> model.addressProperty().set(choice.key()));
            links.getChildren().add(link);
        }
        return links;
    }

    private void show() {
        if (model.testingProperty().get()) {
            result.getChildren().setAll(line(new Spinner(), "Connecting…"));
        } else {
            result.getChildren()
                    .setAll(model.testedProperty().get().map(ConnectPanel::outcome).stream()
                            .toList());
        }
    }

    private static Node outcome(Tested tested) {
        return switch (tested) {
            case Answers answer -> line(StateGlyph.DONE.node(), answer.engine().product() + " answers.");
            case Fails failure -> new ProblemPane(ProblemPane.Form.BANNER, failure.problem());
        };
    }

    private static Node line(Region sign, String text) {
        HBox line = new HBox(8, sign, new Label(text));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
