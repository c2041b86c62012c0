package io.quayside.desktop.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.shell.frame.ShellFixture;
import io.quayside.desktop.ui.theme.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StageWindowTest {
    private final ShellFixture it = ShellFixture.open();
    private final List<String> heard = new ArrayList<>();
    private final Stage stage = Fx.call(Stage::new);
    private final StageWindow window = Fx.call(() -> {
        it.stage.setScene(null);
        return new StageWindow(stage, it.scene, it.shell, it::settings, it::update);
    });
    private int running;
    private final WindowModes modes = new WindowModes(window, () -> false, () -> running, () -> heard.add("shutdown"));

    StageWindowTest() {
        Fx.run(() -> {
            window.connect(modes);
            modes.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
        it.close();
    }

    private void closeWindow() {
        Fx.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void answer(String label) {
        Fx.run(() -> {
            for (Node node : it.scene.getRoot().lookupAll("#close-question .button")) {
                if (node instanceof ButtonBase button && button.getText().equals(label)) {
                    button.fire();
                }
            }
        });
    }

    @Test
    void closingWithTasksAsksInTheWindow() {
        running = 2;
        closeWindow();
        assertTrue(it.isThere("#close-question"));
        closeWindow();
        assertTrue(it.focused().startsWith("Keep going. 2 tasks are running."), it.focused());
        it.press(KeyCode.ESCAPE);
        assertFalse(it.isThere("#close-question"));
        assertTrue(stage.isShowing());
        closeWindow();
        answer("Keep going");
        assertFalse(stage.isShowing());
        assertEquals(List.of(), heard);
    }

    @Test
    void closingWithTextThatIsNotSavedAsksFirstAndGoesThere() {
        it.typeIn("containers", "compose.yaml of shop");
        running = 1;
        closeWindow();
        assertEquals(
                "Keep editing. compose.yaml of shop isn’t saved. What you typed is lost when Quayside quits.",
                it.focused());
        answer("Keep editing");
        assertFalse(it.isThere("#close-question"));
        assertEquals("containers/typed", it.address());
        assertTrue(stage.isShowing());
        closeWindow();
        answer("Quit without saving");
        assertTrue(it.focused().startsWith("Keep going. 1 task is running."), it.focused());
        answer("Cancel task and quit");
        assertEquals(List.of("shutdown"), heard);
    }

    @Test
    void closingAsksForTextOnlyUntilItIsSaved() {
        it.typeIn("containers", "compose.yaml of shop");
        closeWindow();
        it.press(KeyCode.ESCAPE);
        assertTrue(stage.isShowing());
        it.saveIn("containers");
        closeWindow();
        assertEquals(List.of("shutdown"), heard);
    }

    @Test
    void cancellingQuitsAndKeepsWhereTheWindowWas() {
        running = 1;
        Fx.run(() -> {
            stage.setX(40);
            stage.setY(60);
            stage.setWidth(1000);
            stage.setHeight(700);
        });
        closeWindow();
        answer("Cancel task and quit");
        assertEquals(List.of("shutdown"), heard);
        assertEquals(
                "Bounds[x=40.0, y=60.0, width=1000.0, height=700.0]",
                it.settings().window().bounds().orElseThrow().toString());
    }

    @Test
    void aHiddenWindowMeasuresNothing() {
        running = 0;
        closeWindow();
        assertEquals("visible false", it.session.calls.getLast());
        assertEquals(0, it.session.figureListeners());
    }
}
