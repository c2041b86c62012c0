package io.quayside.desktop.lifecycle;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// "2 tasks are running. Keep them going in the background?" The focus starts on the answer that loses nothing.
final class CloseQuestion extends VBox {
    private static final double WIDTH = 440;

    CloseQuestion(int running, Runnable keepGoing, Runnable cancelAndQuit) {
        setId("close-question");
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        boolean one = running == 1;
        String titleText = one ? "1 task is running." : running + " tasks are running.";
        String questionText = one ? "Keep it going in the background?" : "Keep them going in the background?";
        Label title = new Label(titleText);
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label question = new Label(questionText);
        question.setWrapText(true);
        setAccessibleText(titleText + " " + questionText);
        ActionButton keep = new ActionButton("Keep going", keepGoing).primary();
        keep.setDefaultButton(true);
        keep.setAccessibleText("Keep going. " + titleText + " " + questionText);
        ActionButton quit = new ActionButton(one ? "Cancel task and quit" : "Cancel tasks and quit", cancelAndQuit);
        HBox buttons = new HBox(8, keep, quit);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("actions");
        getChildren().addAll(title, question, buttons);
    }
}
