package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A page about a machine with its foot, dressed as in the window; used from the test's thread.
final class PaneWindow {
    final PlatformFxThread fx = new PlatformFxThread();
    final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    final TaskRunner tasks = Fx.call(() ->
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))));
    private final VBox root = Fx.call(VBox::new);
    private List<ObservableValue<?>> told = List.of();

    /// Shows it and waits until it knows all it asked for.
    ///
    /// @param properties of its model; [#await] looks again when one changes
    void open(MachinePane pane, ObservableValue<?>... properties) throws InterruptedException {
        told = List.of(properties);
        Fx.run(() -> {
            root.getChildren().setAll(pane.root(), pane.footer());
            new Themes(AppearanceSettings.DEFAULT).dress(new Scene(root, 900, 700));
            pane.enter();
        });
        await(pane::settled);
    }

    VBox root() {
        return root;
    }

    /// Told by the properties of the model, so nothing is polled.
    void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            told.forEach(property -> property.subscribe(look));
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    void layout() {
        Fx.run(() -> {
            root.applyCss();
            root.layout();
        });
    }

    /// Of all labels that can be seen.
    List<String> texts() {
        layout();
        return Fx.call(() -> root.lookupAll(".label").stream()
                .filter(PaneWindow::isShown)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    void says(String... wanted) {
        List<String> texts = texts();
        for (String text : wanted) {
            assertTrue(texts.contains(text), () -> text + " in " + texts);
        }
    }

    static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The first one of this name, seen or not.
    ActionButton button(String name) {
        layout();
        return Fx.call(() -> root.lookupAll(".button").stream()
                .filter(node -> node instanceof ActionButton button && name.equals(button.getText()))
                .map(ActionButton.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name)));
    }

    void press(String name) {
        Fx.run(button(name)::fire);
        layout();
    }

    /// Puts a text into a field without leaving it.
    void type(String id, String text) {
        Fx.run(() -> ((TextField) root.lookup("#" + id)).setText(text));
    }

    String text(String id) {
        return Fx.call(() -> ((TextField) root.lookup("#" + id)).getText());
    }

    /// Puts a text into a field and presses Enter.
    void enter(String id, String text) {
        type(id, text);
        Fx.run(() -> root.lookup("#" + id).fireEvent(new ActionEvent()));
        layout();
    }
}
