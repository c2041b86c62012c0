package io.quayside.desktop.ui.shell.key;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.terminal.fx.TerminalView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Brings key presses to commands. FX thread.
///
/// Chords with a modifier and function keys are taken before any control sees them, except those that edit text while
/// a text field has the focus. Plain keys ("/", P, Delete, Enter) are taken only when no control wanted them.
public final class KeyDispatcher {
    private static final Set<KeyCode> ARROWS_AND_ERASERS = Set.of(
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE);
    private static final Set<KeyCode> CLIPBOARD_AND_UNDO =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.X, KeyCode.V, KeyCode.Z, KeyCode.Y);

    /// What copies, pastes, finds and selects in a terminal itself.
    private static final Set<KeyCode> TERMINALS_OWN = Set.of(KeyCode.C, KeyCode.V, KeyCode.F, KeyCode.A);

    private final KeyBindings bindings;
    private final Supplier<String> page;
    private final Predicate<Command> allowed;
    private final boolean altMovesByWord;
    private boolean commanded;

    /// @param page the page in the window
    /// @param allowed whether the command may run now: while something modal is open, most may not
    /// @param altMovesByWord whether Alt with an arrow moves the cursor in a text field, as on a Mac
    public KeyDispatcher(
            KeyBindings bindings, Supplier<String> page, Predicate<Command> allowed, boolean altMovesByWord) {
        this.bindings = bindings;
        this.page = page;
        this.allowed = allowed;
        this.altMovesByWord = altMovesByWord;
    }

    /// Listens to all keys of a scene until the handle is closed.
    public Subscription attach(Scene scene) {
        EventHandler<KeyEvent> before = event -> before(scene, event);
        EventHandler<KeyEvent> after = this::dispatch;
        EventHandler<KeyEvent> typed = this::typed;
        scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, before);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, after);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, before);
            scene.removeEventHandler(KeyEvent.KEY_PRESSED, after);
        };
    }

    private void before(Scene scene, KeyEvent event) {
        commanded = false;
        if (scene.getFocusOwner() instanceof TerminalView) {
            beforeTerminal(event);
            return;
        }
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        boolean early = !plain || event.getCode().isFunctionKey();
        boolean editing = scene.getFocusOwner() instanceof TextInputControl && editsText(event);
        if (early && !editing) {
            dispatch(event);
        }
    }

    /// A terminal has all keys but F6, those with Cmd on a Mac, and those with Ctrl and Shift elsewhere: the latter
    /// mean what Ctrl alone means outside of it.
    private void beforeTerminal(KeyEvent event) {
        if (TERMINALS_OWN.contains(event.getCode())) {
            return;
        }
        if (event.getCode() == KeyCode.F6 || event.isMetaDown()) {
            dispatch(event);
        } else if (event.isControlDown() && event.isShiftDown()) {
            KeyEvent outside = new KeyEvent(
                    event.getEventType(),
                    event.getCharacter(),
                    event.getText(),
                    event.getCode(),
                    false,
                    true,
                    event.isAltDown(),
                    false);
            dispatch(outside);
            if (outside.isConsumed()) {
                event.consume();
            }
        }
    }

    private void dispatch(KeyEvent event) {
        Optional<Command> command = bindings.resolve(event, page.get()).filter(allowed);
        if (command.isPresent()) {
            event.consume();
            commanded = true;
            if (command.get().isEnabled()) {
                command.get().run().run();
            }
        }
    }

    /// The sign of a key that was a command is none to write into the field that the command went to.
    private void typed(KeyEvent event) {
        if (commanded) {
            event.consume();
        }
    }

    private boolean editsText(KeyEvent event) {
        KeyCode key = event.getCode();
        if (event.isShortcutDown() && !event.isAltDown()) {
            return ARROWS_AND_ERASERS.contains(key) || CLIPBOARD_AND_UNDO.contains(key);
        }
        return altMovesByWord && event.isAltDown() && ARROWS_AND_ERASERS.contains(key);
    }
}
