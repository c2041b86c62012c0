package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks before a project is taken down: which containers and networks go, and whether its volumes go, too. Those need
/// the project's name to be typed. FX thread.
final class DownPanel extends VBox {
    private static final double WIDTH = 480;
    private static final int LINES_WITHOUT_SCROLLING = 8;
    private static final String PROJECT = "com.docker.compose.project";

    private final String name;
    private final ActionButton cancel;
    private final ActionButton act;
    private final CheckBox volumes = new CheckBox();
    private final TextField typed = new TextField();
    private boolean answered;

    /// @param down is handed whether volumes go, too
    DownPanel(ContainersParts parts, Project project, Consumer<Boolean> down, Runnable close) {
        this.name = SafeText.line(project.name());
        setId("compose-down");
        getStyleClass().add(StyleClasses.CONFIRM);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        MirrorSnapshot snapshot = parts.session().mirror().snapshot();
        List<String> networks = snapshot.networks().stream()
                .flatMap(List::stream)
                .filter(network -> of(project, network.labels()))
                .map(Network::name)
                .sorted()
                .toList();
        List<String> kept = snapshot.volumes().stream()
                .flatMap(List::stream)
                .filter(volume -> of(project, volume.labels()))
                .map(Volume::name)
                .sorted()
                .toList();
        Label title = new Label("Take " + name + " down?");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        title.setWrapText(true);
        Label text = new Label("Its containers are stopped and deleted with what they wrote outside of volumes, and its"
                + " networks are deleted. Images and the compose file stay"
                + (kept.isEmpty() ? "." : ", volumes too unless you say so."));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        cancel = new ActionButton("Cancel", () -> answer(close));
        cancel.setId("compose-down-cancel");
        act = new ActionButton(
                "Take down",
                () -> answer(() -> {
                    close.run();
                    down.accept(volumes.isSelected());
                }));
        act.setId("compose-down-act");
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        getChildren().addAll(title, text, list(project, networks));
        if (!kept.isEmpty()) {
            getChildren().addAll(volumes(kept));
        }
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("actions");
        getChildren().add(buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
        check();
    }

    private static boolean of(Project project, Map<String, String> labels) {
        return project.name().equals(labels.get(PROJECT));
    }

    void focusCancel() {
        cancel.requestFocus();
    }

    private Node list(Project project, List<String> networks) {
        VBox rows = new VBox();
        rows.getStyleClass().add("what-goes");
        for (Container container : project.containers()) {
            rows.getChildren().add(line(container.name(), container.isUp() ? "Container, running" : "Container"));
        }
        networks.forEach(network -> rows.getChildren().add(line(network, "Network")));
        if (rows.getChildren().size() <= LINES_WITHOUT_SCROLLING) {
            return rows;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(LINES_WITHOUT_SCROLLING * 28.0);
        scroll.setAccessibleText("What goes");
        return scroll;
    }

    private static HBox line(String what, String kind) {
        Label first = new Label(SafeText.line(what));
        first.getStyleClass().add(StyleClasses.MEDIUM);
        Label second = new Label(kind);
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        second.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        HBox row = new HBox(8, first, gap, second);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line");
        return row;
    }

    private List<Node> volumes(List<String> kept) {
        volumes.setId("compose-down-volumes");
        volumes.setText(
                "Also delete volumes: " + kept.stream().map(SafeText::line).collect(Collectors.joining(", ")));
        volumes.setMnemonicParsing(false);
        volumes.setWrapText(true);
        Label question = new Label("Type " + name + " to delete their data, too.");
        question.setWrapText(true);
        typed.setId("compose-down-typed");
        typed.setAccessibleText(question.getText());
        question.setLabelFor(typed);
        VBox field = new VBox(4, question, typed);
        field.visibleProperty().bind(volumes.selectedProperty());
        field.managedProperty().bind(volumes.selectedProperty());
        volumes.selectedProperty().subscribe(ignored -> check());
        typed.textProperty().subscribe(ignored -> check());
        typed.setOnAction(event -> {
            event.consume();
            act.fire();
        });
        return List.of(volumes, field);
    }

    private void check() {
        boolean all = volumes.isSelected();
        act.setText(all ? "Take down and delete volumes" : "Take down");
        act.setUnavailable(
                !all || typed.getText().strip().equals(name) ? Optional.empty() : Optional.of("Type the name first"));
    }

    private void answer(Runnable what) {
        if (!answered) {
            answered = true;
            what.run();
        }
    }
}
