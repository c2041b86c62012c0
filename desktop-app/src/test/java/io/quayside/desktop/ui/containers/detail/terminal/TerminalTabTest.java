package io.quayside.desktop.ui.containers.detail.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.terminal.fx.TerminalView;
import io.quayside.testing.engine.TestImages;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Terminal tab in the real window on a real engine.
class TerminalTabTest extends OnEngine {
    @BeforeEach
    void run() {}

    private void sleeper() {
        engine.docker("run", "-d", "--name", name, "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        show();
    }

    private void show() {
        page.go("container/" + name + "/terminal");
    }

    private void showWithPrompt() {
        sleeper();
        awaitScreen("/ #");
    }

    private static Optional<TerminalView> view() {
        List<Node> views = List.copyOf(page.root().lookupAll("#terminal-view"));
        return views.isEmpty() ? Optional.empty() : Optional.of((TerminalView) views.getFirst());
    }

    private static String screen(TerminalView view) {
        return String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static void awaitScreen(String text) {
        page.await(
                "the screen shows " + text,
                () -> view().map(TerminalTabTest::screen).orElse("").contains(text));
    }

    /// Types into whatever has the focus.
    private static void type(String text) {
        Fx.run(() -> text.chars().forEach(c -> {
            Node focus = page.root().getScene().getFocusOwner();
            String typed = Character.toString(c);
            if (c == '\n') {
                focus.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "\r", KeyCode.ENTER, false, false, false, false));
            } else {
                focus.fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false));
            }
        }));
    }

    private static void key(KeyCode code, boolean shift, boolean control) {
        Fx.run(() -> page.root()
                .getScene()
                .getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    private static String text(String id) {
        return Fx.call(() -> page.root().lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    private static void press(String id) {
        page.await(
                "a button " + id, () -> page.root().lookup("#" + id) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) page.root().lookup("#" + id)).fire());
    }

    private static void choose(String menu, String item) {
        page.await("the item " + item, () -> {
            if (page.root().lookup("#" + menu) instanceof MenuButton button) {
                for (MenuItem each : button.getItems()) {
                    if (item.equals(each.getText()) && !each.isDisable()) {
                        each.fire();
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private static List<String> chips() {
        return Fx.call(() -> page.root().lookupAll(".terminal-chip-button").stream()
                .map(node -> ((ToggleButton) node).getAccessibleText())
                .toList());
    }

    private String inContainer(String... command) {
        String[] words = new String[command.length + 2];
        words[0] = "exec";
        words[1] = name;
        System.arraycopy(command, 0, words, 2, command.length);
        return engine.docker(words).strip();
    }

    @Test
    void whatIsTypedRunsInTheContainer() {
        showWithPrompt();
        type("echo $((6 * 7)) > /tmp/answer; echo do''ne\n");
        awaitScreen("done");
        assertEquals("42", inContainer("cat", "/tmp/answer"));
    }

    @Test
    void theSizeReachesTheProgramAndTheFooterTellsItWithTheCommand() {
        showWithPrompt();
        page.await("connected", () -> text("terminal-state").startsWith("Connected, "));
        assertEquals("docker exec -it " + name + " /bin/ash", text("terminal-command"));
        type("stty size > /tmp/size; echo do''ne\n");
        awaitScreen("done");
        String[] size = inContainer("cat", "/tmp/size").split(" ");
        assertEquals("Connected, " + size[1] + " × " + size[0], text("terminal-state"));
        assertFalse(size[1].equals("80"), "it has the size of the window");
    }

    @Test
    void sessionsGoOnWhileOtherPagesAndContainersAreShown() {
        showWithPrompt();
        type("KEPT=here; (sleep 1; echo back''ground) &\n");
        page.go("containers");
        page.go("container/" + name + "/inspect");
        show();
        awaitScreen("background");
        type("echo still $KEPT\n");
        awaitScreen("still here");
        assertEquals(1, chips().size());
    }

    @Test
    void theEndTellsTheExitCodeAndRunsAgain() {
        showWithPrompt();
        type("exit 3\n");
        page.await("the end", () -> text("terminal-strip-text").equals("Session ended, exit code 3."));
        press("terminal-again");
        page.await("connected", () -> text("terminal-state").startsWith("Connected, "));
        page.await(
                "typing works again",
                () -> view().map(view -> {
                            view.requestFocus();
                            return view.isFocused();
                        })
                        .orElse(false));
        type("echo a''gain > /tmp/again\n");
        page.await("it ran", () -> inContainer("cat", "/tmp/again").equals("again"));
    }

    @Test
    void anotherSessionAsAnotherUserAndUnderAnotherName() {
        showWithPrompt();
        choose("terminal-user", "root");
        page.await("two sessions", () -> chips().size() == 2);
        awaitScreen("/ #");
        Fx.run(() -> {
            MenuButton user = (MenuButton) page.root().lookup("#terminal-user");
            javafx.scene.control.CustomMenuItem item =
                    (javafx.scene.control.CustomMenuItem) user.getItems().getLast();
            TextField field = (TextField) item.getContent();
            field.setText("1234");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        awaitScreen("/ $");
        type("id -u > /tmp/who; echo do''ne\n");
        awaitScreen("done");
        assertEquals("1234", inContainer("cat", "/tmp/who"));
        assertEquals("docker exec -it -u 1234 " + name + " /bin/ash", text("terminal-command"));
        assertEquals(List.of("Session ash as root", "Session ash as root", "Session ash as 1234"), chips());

        Fx.run(() -> page.root().lookupAll(".terminal-chip-button").forEach(Node::requestFocus));
        key(KeyCode.F2, false, false);
        page.await("a field", () -> page.root().lookup("#terminal-rename") instanceof TextField);
        Fx.run(() -> {
            TextField field = (TextField) page.root().lookup("#terminal-rename");
            field.setText("build");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        page.await("renamed", () -> chips().contains("Session build as 1234"));
    }

    @Test
    void aSplitShowsTwoSessions() {
        showWithPrompt();
        press("terminal-split-button");
        page.await("two views", () -> page.root().lookupAll("#terminal-view").size() == 2);
        page.await(
                "a prompt in both",
                () -> page.root().lookupAll("#terminal-view").stream()
                        .allMatch(node -> screen((TerminalView) node).contains("/ #")));
        type("echo typed be''side\n");
        page.await("the new one has the focus", () -> {
            List<TerminalView> views = page.root().lookupAll("#terminal-view").stream()
                    .map(node -> (TerminalView) node)
                    .toList();
            return views.getLast().isFocused()
                    && screen(views.getLast()).contains("typed beside")
                    && !screen(views.getFirst()).contains("typed");
        });
    }

    @Test
    void aSessionInAnotherFolderWithItsOwnEnvironment() {
        showWithPrompt();
        choose("terminal-more", "Choose folder and environment…");
        Fx.run(() -> {
            ((TextField) page.root().lookup("#terminal-folder")).setText("/tmp");
            ((TextField) page.root().lookup("#terminal-environment")).setText("GREETING='good day' oops");
        });
        press("terminal-form-open");
        page.await(
                "the mistake is told",
                () -> text("terminal-environment-problem").equals("Write NAME=value"));
        assertEquals(1, chips().size());
        Fx.run(() -> ((TextField) page.root().lookup("#terminal-environment")).setText("GREETING='good day' COUNT=2"));
        press("terminal-form-open");
        awaitScreen("/tmp #");
        type("echo $GREETING $COUNT $TERM > /tmp/said; pwd >> /tmp/said; echo do''ne\n");
        awaitScreen("done");
        assertEquals("good day 2 xterm-256color\n/tmp", inContainer("cat", "/tmp/said"));
        assertEquals(
                "docker exec -it -w /tmp -e 'GREETING=good day' -e COUNT=2 " + name + " /bin/ash",
                text("terminal-command"));
    }

    @Test
    void aDoubleClickOnAnySessionRenamesIt() {
        showWithPrompt();
        press("terminal-add");
        page.await("two sessions", () -> chips().size() == 2);
        Fx.run(() -> {
            Node other =
                    page.root().lookupAll(".terminal-chip-button").iterator().next();
            ((ToggleButton) other).fire();
            other.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    2,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        });
        page.await(
                "its name can be written",
                () -> page.root().lookup("#terminal-rename") instanceof TextField field && field.isFocused());
    }

    @Test
    void severalLinesAreAskedAboutBeforeTheyArePasted() {
        showWithPrompt();
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("echo one >> /tmp/pasted\necho two >> /tmp/pasted\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        key(KeyCode.V, true, true);
        page.await("the question", () -> text("terminal-strip-text").equals("Paste 2 lines?"));
        assertEquals(
                "",
                engine.docker("exec", name, "sh", "-c", "cat /tmp/pasted 2>/dev/null || true")
                        .strip());
        press("terminal-paste");
        page.await(
                "pasted",
                () -> inContainer("sh", "-c", "cat /tmp/pasted || true").equals("one\ntwo"));
    }

    @Test
    void controlKeysAreTheShellsAndF6Leaves() {
        showWithPrompt();
        type("cat\n");
        awaitScreen("cat");
        type("typed");
        key(KeyCode.K, false, true);
        key(KeyCode.J, false, true);
        key(KeyCode.C, false, true);
        awaitScreen("^C");
        type("echo free > /tmp/free\n");
        page.await(
                "the shell is back",
                () -> inContainer("sh", "-c", "cat /tmp/free || true").equals("free"));
        assertTrue(Fx.call(() -> page.root().getScene().getFocusOwner() instanceof TerminalView));
        key(KeyCode.F6, false, false);
        page.await("F6 left", () -> !(page.root().getScene().getFocusOwner() instanceof TerminalView));
        Fx.run(() -> view().orElseThrow().requestFocus());
        key(KeyCode.K, true, true);
        page.await("the palette", () -> page.root().lookup("#palette-field") != null);
        key(KeyCode.ESCAPE, false, false);
    }

    @Test
    void aContainerWithoutShellGetsADebugShellAmongItsFiles() {
        String image = TestImages.ensureWithoutShell(engine);
        engine.docker("run", "-d", "--name", name, "--stop-signal", "KILL", image, "/sleep", "1000");
        show();
        page.await("the offer", () -> page.root().lookup("#terminal-debug-image") instanceof TextField);
        Fx.run(() -> ((TextField) page.root().lookup("#terminal-debug-image")).setText(TestImages.BUSYBOX));
        press("terminal-debug");
        awaitScreen("#");
        type("ls; cat marker; hostname\n");
        awaitScreen("only here");
        type("exit\n");
        page.await("the end", () -> text("terminal-strip-text").startsWith("Session ended"));
        page.await(
                "the helper is gone",
                () -> engine.docker("ps", "-aq", "--filter", "label=" + DebugContainer.LABEL)
                        .isBlank());
        assertEquals(
                "true",
                engine.docker("inspect", "--format", "{{.State.Running}}", name).strip());
        assertEquals(TestImages.BUSYBOX, page.parts().settings().get().choice("terminal.debug-image", ""));
    }

    @Test
    void aMainProcessWithoutInputIsWatched() {
        engine.docker(
                "run",
                "-dt",
                "--name",
                name,
                "--stop-signal",
                "KILL",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "while :; do echo tick; sleep 1; done");
        show();
        awaitScreen("/ #");
        choose("terminal-more", "Attach to the main process");

        awaitScreen("tick");
        assertEquals("docker attach --no-stdin " + name, text("terminal-command"));
        assertTrue(text("terminal-state").endsWith("Read-only: the container was created without an input"));
        assertEquals(
                "Terminal, 2", Fx.call(() -> page.root().lookup("#tab-terminal").getAccessibleText()));
        type("x");
        page.await("it goes on", () -> view().isPresent());
    }

    @Test
    void attachesToAMainProcessWithATerminal() {
        engine.docker("run", "-dit", "--name", name, "--stop-signal", "KILL", TestImages.BUSYBOX, "sh");
        show();
        awaitScreen("/ #");
        choose("terminal-more", "Attach to the main process");
        page.await("attached", () -> text("terminal-command").equals("docker attach " + name));
        type("echo main $$ > /tmp/main; exit 5\n");
        page.await(
                "stopped",
                () -> engine.docker("inspect", "--format", "{{.State.ExitCode}}", name)
                        .strip()
                        .equals("5"));
    }
}
