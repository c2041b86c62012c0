package io.quayside.desktop.lifecycle;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is asked before the window closes. The focus starts on the answer that loses nothing.
final class CloseQuestion extends VBox {
    private static final double WIDTH = 440;
    private static final int NAMED = 5;

    private CloseQuestion(String titleText, String questionText, ActionButton keeps, ActionButton loses) {
        setId("close-question");
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(titleText);
        title.setWrapText(true);
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label question = new Label(questionText);
        question.setWrapText(true);
        setAccessibleText(titleText + " " + questionText);
        keeps.primary().setDefaultButton(true);
        keeps.setAccessibleText(keeps.getText() + ". " + titleText + " " + questionText);
        HBox buttons = new HBox(8, keeps, loses);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("actions");
        getChildren().addAll(title, question, buttons);
    }

    /// "2 tasks are running. Keep them going in the background?"
    static CloseQuestion aboutTasks(int running, Runnable keepGoing, Runnable cancelAndQuit) {
        boolean one = running == 1;
        return new CloseQuestion(
                one ? "1 task is running." : running + " tasks are running.",
                one ? "Keep it going in the background?" : "Keep them going in the background?",
                new ActionButton("Keep going", keepGoing),
                new ActionButton(one ? "Cancel task and quit" : "Cancel tasks and quit", cancelAndQuit));
    }

    /// "compose.yaml of shop isn’t saved. What you typed is lost when the window closes."
    static CloseQuestion aboutText(List<String> names, Runnable keepEditing, Runnable lose) {
        boolean one = names.size() == 1;
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        String list = String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
        return new CloseQuestion(
                one ? names.getFirst() + " isn’t saved." : names.size() + " texts aren’t saved.",
                (one ? "" : list + ". ") + "What you typed is lost when Quayside quits.",
                new ActionButton("Keep editing", keepEditing),
                new ActionButton("Quit without saving", lose));
    }
}
