package io.quayside.terminal.fx;

import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.emulator.InputEncoder;
import io.quayside.terminal.emulator.InputEncoder.MouseAction;
import io.quayside.terminal.emulator.Modes.Mouse;
import io.quayside.terminal.emulator.Position;
import io.quayside.terminal.emulator.TerminalKey;
import io.quayside.terminal.emulator.TextFinder;
import io.quayside.terminal.emulator.TextRange;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse over a terminal: to the program that asks for it, else it selects, scrolls and follows links. With Shift
/// it always selects. FX thread.
final class TerminalMouse {
    private static final int WHEEL_LINES = 3;

    private final TerminalView view;
    private final TerminalSession session;
    private final TerminalHost host;
    private Optional<Position> anchor = Optional.empty();
    private Optional<TextRange> selection = Optional.empty();
    private Optional<TextRange> hovered = Optional.empty();
    private boolean selecting;
    private int heldButton = InputEncoder.NONE;
    private long lastCell = -1;
    private double wheel;

    TerminalMouse(TerminalView view, TerminalSession session, TerminalHost host) {
        this.view = view;
        this.session = session;
        this.host = host;
    }

    void listen(Node node) {
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseReleased(this::released);
        node.setOnMouseMoved(this::moved);
        node.setOnMouseExited(event -> hover(Optional.empty()));
        node.setOnScroll(this::scrolled);
    }

    Optional<TextRange> selection() {
        return selection;
    }

    Optional<TextRange> hovered() {
        return hovered;
    }

    void select(Optional<TextRange> range) {
        selection = range;
        view.changed();
    }

    private boolean isForProgram(MouseEvent event) {
        return !event.isShiftDown() && mouseMode() != Mouse.OFF && view.isAtEnd();
    }

    private Mouse mouseMode() {
        return session.reading(emulator -> emulator.modes().mouse());
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        view.hideMenu();
        if (asksForMenu(event)) {
            view.showMenu(event.getScreenX(), event.getScreenY());
            return;
        }
        Position cell = view.cell(event.getX(), event.getY());
        if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
            Optional<TextFinder.Link> link = session.reading(emulator -> TextFinder.linkAt(emulator, cell));
            if (link.isPresent()) {
                host.openLink(link.get().address());
                return;
            }
        }
        if (isForProgram(event)) {
            heldButton = button(event.getButton());
            report(MouseAction.PRESS, heldButton, event, cell);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            startSelection(event, cell);
        }
    }

    private boolean asksForMenu(MouseEvent event) {
        boolean macClick = event.isPopupTrigger() && event.isControlDown() && !event.isShortcutDown();
        return macClick || (event.getButton() == MouseButton.SECONDARY && !isForProgram(event));
    }

    private void startSelection(MouseEvent event, Position cell) {
        selecting = true;
        if (event.isShiftDown() && selection.isPresent()) {
            anchor = Optional.of(anchor.orElse(selection.get().start()));
            extend(cell);
            return;
        }
        anchor = Optional.of(cell);
        select(
                switch (event.getClickCount() % 3) {
                    case 2 -> Optional.of(session.reading(emulator -> TextRange.word(emulator, cell)));
                    case 0 -> Optional.of(session.reading(emulator -> TextRange.line(emulator, cell)));
                    default -> Optional.empty();
                });
    }

    private void dragged(MouseEvent event) {
        Position cell = view.cell(event.getX(), event.getY());
        if (heldButton != InputEncoder.NONE) {
            if (isOtherCell(cell)) {
                report(MouseAction.MOVE, heldButton, event, cell);
            }
        } else if (selecting) {
            view.scrollTowards(event.getY());
            extend(cell);
        }
    }

    private void extend(Position cell) {
        anchor.ifPresent(from -> select(Optional.of(TextRange.between(from, cell))));
    }

    private void released(MouseEvent event) {
        selecting = false;
        if (heldButton != InputEncoder.NONE) {
            report(MouseAction.RELEASE, heldButton, event, view.cell(event.getX(), event.getY()));
            heldButton = InputEncoder.NONE;
        }
    }

    private void moved(MouseEvent event) {
        Position cell = view.cell(event.getX(), event.getY());
        if (!isOtherCell(cell)) {
            return;
        }
        if (mouseMode() == Mouse.MOVE && isForProgram(event)) {
            report(MouseAction.MOVE, InputEncoder.NONE, event, cell);
        }
        hover(
                event.isShortcutDown()
                        ? session.reading(emulator -> TextFinder.linkAt(emulator, cell))
                                .map(TextFinder.Link::range)
                        : Optional.empty());
    }

    private boolean isOtherCell(Position cell) {
        long now = cell.line() * 4096 + cell.column();
        boolean other = now != lastCell;
        lastCell = now;
        return other;
    }

    private void hover(Optional<TextRange> link) {
        if (!link.equals(hovered)) {
            hovered = link;
            view.setCursor(link.isPresent() ? Cursor.HAND : Cursor.TEXT);
            view.changed();
        }
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY() / view.lineHeight();
        int lines = (int) wheel;
        wheel -= lines;
        if (lines == 0) {
            return;
        }
        event.consume();
        if (mouseMode() != Mouse.OFF && !event.isShiftDown() && view.isAtEnd()) {
            int button = lines > 0 ? InputEncoder.WHEEL_UP : InputEncoder.WHEEL_DOWN;
            Position cell = view.cell(event.getX(), event.getY());
            int modifiers = modifiers(event.isShiftDown(), event.isAltDown(), event.isControlDown());
            for (int i = 0; i < Math.min(Math.abs(lines), WHEEL_LINES); i++) {
                send(MouseAction.PRESS, button, modifiers, cell);
            }
        } else if (!sendArrows(lines)) {
            view.scrollBy(-lines);
        }
    }

    /// A full-screen program without mouse, such as less, gets arrow keys.
    private boolean sendArrows(int lines) {
        TerminalKey key = lines > 0 ? TerminalKey.UP : TerminalKey.DOWN;
        byte[] arrow = session.reading(
                emulator -> emulator.isAlternate() && emulator.modes().isAlternateScroll()
                        ? InputEncoder.key(key, 0, emulator.modes())
                        : new byte[0]);
        for (int i = 0; i < Math.abs(lines); i++) {
            session.send(arrow);
        }
        return arrow.length > 0;
    }

    private void report(MouseAction action, int button, MouseEvent event, Position cell) {
        send(action, button, modifiers(event.isShiftDown(), event.isAltDown(), event.isControlDown()), cell);
    }

    private void send(MouseAction action, int button, int modifiers, Position cell) {
        session.send(session.reading(emulator -> {
            int row = Math.clamp(
                    cell.line() - emulator.topLine(), 0, emulator.size().rows() - 1);
            int column = Math.clamp(cell.column(), 0, emulator.size().columns() - 1);
            return InputEncoder.mouse(action, button, modifiers, column, row, emulator.modes());
        }));
    }

    private static int modifiers(boolean shift, boolean alt, boolean control) {
        return (shift ? InputEncoder.SHIFT : 0) + (alt ? InputEncoder.ALT : 0) + (control ? InputEncoder.CTRL : 0);
    }

    private static int button(MouseButton button) {
        return switch (button) {
            case MIDDLE -> InputEncoder.MIDDLE;
            case SECONDARY -> InputEncoder.RIGHT;
            default -> InputEncoder.LEFT;
        };
    }
}
