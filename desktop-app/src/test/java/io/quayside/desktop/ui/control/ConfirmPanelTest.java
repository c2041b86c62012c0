package io.quayside.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ConfirmPanelTest {
    private final List<String> answers = new ArrayList<>();

    private ConfirmPanel panel(Optional<String> typedName) {
        Confirmation confirmation =
                new Confirmation("Delete pgdata?", "612 MB go for good.", List.of(), "Delete volume", typedName);
        return new ConfirmPanel(confirmation, () -> answers.add("confirmed"), () -> answers.add("cancelled"));
    }

    private static Stage show(ConfirmPanel panel) {
        Stage stage = new Stage();
        stage.setScene(new Scene(panel, 600, 400));
        stage.show();
        panel.applyCss();
        return stage;
    }

    private static ActionButton button(ConfirmPanel panel, String text) {
        return panel.lookupAll(".button").stream()
                .map(ActionButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    @Test
    void startsOnCancelSoThatEnterDeletesNothing() {
        Fx.run(() -> {
            ConfirmPanel panel = panel(Optional.empty());
            Stage stage = show(panel);
            assertTrue(button(panel, "Cancel").isFocused());
            press(button(panel, "Cancel"), KeyCode.ENTER);
            stage.hide();
            assertEquals(List.of("cancelled"), answers);
        });
    }

    @Test
    void escapeCancelsOnce() {
        Fx.run(() -> {
            ConfirmPanel panel = panel(Optional.empty());
            Stage stage = show(panel);
            press(panel, KeyCode.ESCAPE);
            press(panel, KeyCode.ESCAPE);
            stage.hide();
            assertEquals(List.of("cancelled"), answers);
        });
    }

    @Test
    void theNameHasToBeTypedFirst() {
        Fx.run(() -> {
            ConfirmPanel panel = panel(Optional.of("pgdata"));
            Stage stage = show(panel);
            TextField field = (TextField) panel.lookup(".text-field");
            ActionButton act = button(panel, "Delete volume");
            field.setText("pgdat");
            assertFalse(act.isAvailable());
            act.fire();
            press(field, KeyCode.ENTER);
            assertEquals(List.of(), answers);

            field.setText("pgdata");
            assertTrue(act.isAvailable());
            act.fire();
            stage.hide();
            assertEquals(List.of("confirmed"), answers);
        });
    }

    @Test
    void anUnavailableButtonSaysWhyAndDoesNothing() {
        Fx.run(() -> {
            ActionButton stop = new ActionButton("Stop", () -> answers.add("stopped"));
            stop.setHint("Stop web");
            stop.setUnavailable(Optional.of("web doesn’t run"));
            stop.fire();
            assertNull(stop.getTooltip(), "made before anybody points at the button");
            pointAt(stop);
            assertEquals("web doesn’t run", stop.getTooltip().getText());
            assertEquals("web doesn’t run", stop.getAccessibleHelp());
            assertFalse(stop.isDisabled());

            stop.setUnavailable(Optional.empty());
            stop.fire();
            assertEquals("Stop web", stop.getTooltip().getText());
            assertEquals(List.of("stopped"), answers);
        });
    }

    private static void pointAt(Node node) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }
}
