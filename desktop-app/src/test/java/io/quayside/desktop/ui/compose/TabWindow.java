package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.shell.Announcer;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Modal;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.testing.engine.TestCompose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// One tab of a project's page in a window of its own, with the session and the tasks of a whole one.
public final class TabWindow implements AutoCloseable {
    private final PageFixture page;
    private final StackPane root = new StackPane();
    private final Stage stage;
    private final Themes themes;
    private final List<String> announced = new ArrayList<>();

    /// @param page has the engine
    public TabWindow(PageFixture page) {
        this.page = page;
        themes = Fx.call(() -> new Themes(AppearanceSettings.DEFAULT));
        stage = Fx.call(() -> {
            Scene scene = new Scene(root, 1080, 640);
            themes.dress(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
    }

    /// Docker Compose as the window has it.
    public ComposeCalls compose(TestCompose program, Map<String, String> more) {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("PATH", program.folder().toString());
        return new ComposeCalls(environment, page.session(), page.parts().logins());
    }

    /// Makes the tab and shows it, in place of the one before.
    public <T> T open(Function<ShellContext, T> tab, Function<T, Region> node) {
        return Fx.call(() -> {
            T made = tab.apply(new Context());
            root.getChildren().setAll(node.apply(made));
            return made;
        });
    }

    public ContainersParts parts() {
        return page.parts();
    }

    public PageFixture page() {
        return page;
    }

    public Node find(String id) {
        page.await("a node " + id, () -> root.lookup("#" + id) != null);
        return Fx.call(() -> root.lookup("#" + id));
    }

    public boolean isThere(String id) {
        return Fx.call(() -> root.lookup("#" + id) != null);
    }

    /// Presses a button once it can be pressed.
    public void press(String id) {
        ActionButton button = (ActionButton) find(id);
        page.await(id + " can be pressed", button::isAvailable);
        Fx.run(button::fire);
    }

    /// Presses the button with this text once there is one.
    public void pressLabelled(String text) {
        page.await("a button " + text, () -> buttons().contains(text));
        Fx.run(() -> root.lookupAll(".button").stream()
                .filter(node ->
                        node instanceof ActionButton button && button.getText().equals(text))
                .findFirst()
                .map(ActionButton.class::cast)
                .orElseThrow()
                .fire());
    }

    private List<String> buttons() {
        return root.lookupAll(".button").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /// What stands in a part of the window, in its order: labels and links.
    public List<String> texts(String id) {
        return Fx.call(() -> {
            Node part = root.lookup("#" + id);
            List<String> texts = new ArrayList<>();
            if (part != null) {
                collect(part, texts);
            }
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            texts.add(labeled.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    public List<String> announced() {
        return Fx.call(() -> List.copyOf(announced));
    }

    @Override
    public void close() {
        Fx.run(() -> {
            stage.hide();
            themes.close();
        });
    }

    /// What a tab asks of the frame.
    private final class Context implements ShellContext {
        @Override
        public Navigator navigator() {
            throw new IllegalStateException("A tab leads nowhere");
        }

        @Override
        public Announcer announcer() {
            return announced::add;
        }

        @Override
        public Modal modal() {
            throw new IllegalStateException("A tab asks nothing");
        }

        @Override
        public Commands commands() {
            return new Commands();
        }

        @Override
        public KeyBindings keys() {
            throw new IllegalStateException("A tab has no keys of the frame");
        }
    }
}
