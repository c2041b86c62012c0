package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeUser;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for the name of a new volume, for whether containers are to be stopped meanwhile, or for both.
final class CopyPanel extends VBox {
    private static final double WIDTH = 440;
    private static final int MOST_NAMED = 4;

    private final TextField name = new TextField();
    private final CheckBox stop = new CheckBox();
    private final Label fault = new Label();
    private final ActionButton act;
    private final Predicate<String> taken;

    /// What is asked, in words.
    ///
    /// @param why one sentence about what happens
    /// @param act the button that does it
    /// @param name where the name starts; none is asked for without one
    /// @param running the containers that write to the volume now
    record Question(String title, String why, String act, Optional<String> name, List<VolumeUser> running) {}

    /// Takes the answer.
    @FunctionalInterface
    interface Answered {
        /// @param stop the containers to stop
        void with(String name, List<VolumeUser> stop);
    }

    /// @param taken whether there is a volume of a name
    CopyPanel(Question question, Predicate<String> taken, Answered answered, Runnable onCancel) {
        this.taken = taken;
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(question.title());
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        title.setWrapText(true);
        Label why = new Label(question.why());
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, why);
        ActionButton cancel = new ActionButton("Cancel", onCancel);
        act = new ActionButton(
                        question.act(),
                        () -> answered.with(name.getText().strip(), stop.isSelected() ? question.running() : List.of()))
                .primary();
        question.name().ifPresent(start -> {
            name.setText(start);
            name.setId("volume-new-name");
            name.setAccessibleText("Name of the new volume");
            name.setOnAction(event -> act.fire());
            name.textProperty().subscribe((before, now) -> check());
            fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
            fault.setWrapText(true);
            Label label = new Label("Name of the new volume");
            label.setLabelFor(name);
            getChildren().add(new VBox(4, label, name, fault));
            check();
        });
        if (!question.running().isEmpty()) {
            getChildren().add(stopping(question.running()));
        }
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
    }

    private VBox stopping(List<VolumeUser> running) {
        String count = running.size() == 1 ? "1 container" : running.size() + " containers";
        stop.setText("Stop " + count + " for a consistent copy");
        stop.setId("volume-stop");
        stop.setSelected(true);
        String names = running.stream().limit(MOST_NAMED).map(VolumeUser::name).collect(Collectors.joining(", "));
        String more = running.size() > MOST_NAMED ? " and " + (running.size() - MOST_NAMED) + " more" : "";
        Label which = new Label(names + more + (running.size() == 1 ? " is started again" : " are started again")
                + " afterwards, whatever happens.");
        which.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        which.setWrapText(true);
        which.setMinHeight(USE_PREF_SIZE);
        return new VBox(4, stop, which);
    }

    /// Puts the focus where it starts.
    void focusFirst() {
        if (name.getScene() != null) {
            name.requestFocus();
            name.selectAll();
        } else {
            act.requestFocus();
        }
    }

    private void check() {
        String text = name.getText().strip();
        Optional<String> wrong = VolumeNames.fault(text)
                .or(() -> taken.test(text) ? Optional.of("There is a volume of that name.") : Optional.empty());
        fault.setText(wrong.orElse(""));
        act.setUnavailable(wrong);
    }
}
