package io.quayside.terminal.fx;

import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.emulator.InputEncoder;
import io.quayside.terminal.emulator.Position;
import io.quayside.terminal.emulator.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Window;

/// Shows a session and types into it. FX thread. Style class `terminal`; colours as in [TerminalStyle].
///
/// It paints at most once a frame, only rows whose look has changed, and nothing while it isn't in a window that
/// shows; the session goes on without it.
public final class TerminalView extends Region {
    private static final double LEFT = 16;
    private static final double TOP = 10;
    private static final int IDLE_FRAMES = 4;

    private final TerminalSession session;
    private final Executor fx;
    private final TerminalHost host;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scrollBar = new ScrollBar();
    private final TerminalStyle style = new TerminalStyle(this, this::restyle);
    private final ScreenPainter painter;
    private final TerminalMouse mouse;
    private final TerminalMenu menu;
    private final CaretBlink blink;
    private final ComposedText composed;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };

    private CellMetrics cells;
    private RowPainter rows;
    private final ReadOnlyObjectWrapper<TerminalSize> shownSize;
    private TerminalSize size;
    private List<TextRange> matches = List.of();
    private Optional<TextRange> currentMatch = Optional.empty();
    private Runnable unsubscribe = () -> {};
    private boolean dirty = true;
    private boolean scrolling;
    private int idleFrames;

    /// @param fx runs work on the FX thread
    public TerminalView(TerminalSession session, Font font, Executor fx, TerminalHost host) {
        this.session = session;
        this.fx = fx;
        this.host = host;
        this.blink = new CaretBlink(this::changed, host::isStill);
        this.size = session.size();
        this.shownSize = new ReadOnlyObjectWrapper<>(size);
        painter = new ScreenPainter(canvas, session);
        mouse = new TerminalMouse(this, session, host);
        menu = new TerminalMenu(this, host);
        composed = new ComposedText(this, session::send);
        cells = CellMetrics.of(font);
        rows = newRows();
        getStyleClass().add("terminal");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setCursor(Cursor.TEXT);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setFocusTraversable(false);
        scrollBar.valueProperty().addListener(ignored -> {
            if (!scrolling) {
                painter.scrollTo(Math.round(scrollBar.getValue()));
                changed();
            }
        });
        scrollBar.setCursor(Cursor.DEFAULT);
        getChildren().addAll(canvas, scrollBar);
        mouse.listen(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        focusedProperty().addListener(ignored -> focusChanged());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(this::setShown);
    }

    private RowPainter newRows() {
        return new RowPainter(canvas.getGraphicsContext2D(), cells, style.colors(), style);
    }

    TerminalStyle style() {
        return style;
    }

    /// The session that is shown.
    public TerminalSession session() {
        return session;
    }

    /// The title that the program set: untrusted text.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The size in cells that fits the view.
    public TerminalSize terminalSize() {
        return size;
    }

    /// The same, for following it.
    public ReadOnlyObjectProperty<TerminalSize> sizeProperty() {
        return shownSize.getReadOnlyProperty();
    }

    /// How many rows were painted so far.
    public int rowsPainted() {
        return painter.rowsPainted();
    }

    /// Takes another font, of fixed width.
    public void setFont(Font font) {
        cells = CellMetrics.of(font);
        restyle();
        requestLayout();
    }

    private void restyle() {
        rows = newRows();
        TerminalColors colors = style.colors();
        session.reading(emulator -> {
            emulator.setColors(TerminalColors.rgb(colors.foreground()), TerminalColors.rgb(colors.background()));
            return true;
        });
        painter.invalidate(size.rows());
        changed();
    }

    private void setShown(boolean shown) {
        unsubscribe.run();
        unsubscribe = () -> {};
        if (shown) {
            unsubscribe = session.onOutput(this::wake);
            painter.invalidate(size.rows());
            changed();
        } else {
            frames.stop();
            blink.stop();
        }
    }

    /// Something changed that is painted. FX thread.
    void changed() {
        dirty = true;
        idleFrames = 0;
        frames.start();
    }

    /// The same from any thread; many calls become one.
    private void wake() {
        if (woken.compareAndSet(false, true)) {
            fx.execute(() -> {
                woken.set(false);
                changed();
            });
        }
    }

    private void frame() {
        if (dirty) {
            dirty = !painter.paint(rows, size.columns(), LEFT, new View());
            showSeen();
            idleFrames = 0;
        } else if (++idleFrames > IDLE_FRAMES) {
            frames.stop();
        }
    }

    private void showSeen() {
        ScreenPainter.Seen seen = painter.seen();
        title.set(seen.title());
        scrolling = true;
        scrollBar.setMin((double) seen.firstLine());
        scrollBar.setMax((double) seen.topLine());
        scrollBar.setVisibleAmount((double) size.rows()
                * Math.max(1, seen.topLine() - seen.firstLine())
                / Math.max(1, seen.topLine() - seen.firstLine() + size.rows()));
        scrollBar.setBlockIncrement(size.rows());
        scrollBar.setValue((double) seen.top());
        scrollBar.setVisible(seen.topLine() > seen.firstLine());
        scrolling = false;
    }

    @Override
    protected void layoutChildren() {
        double bar = snapSizeX(scrollBar.prefWidth(-1));
        double width = Math.max(0, getWidth());
        int columns = (int) ((width - LEFT - bar) / cells.advance());
        int rowCount = (int) ((getHeight() - TOP) / cells.height());
        scrollBar.resizeRelocate(width - bar, 0, bar, getHeight());
        if (columns < 1 || rowCount < 1) {
            return;
        }
        TerminalSize fitting = new TerminalSize(columns, rowCount);
        canvas.relocate(0, TOP);
        double canvasWidth = Math.ceil(width - bar);
        double canvasHeight = fitting.rows() * cells.height();
        if (!fitting.equals(size) || canvas.getWidth() != canvasWidth || canvas.getHeight() != canvasHeight) {
            canvas.setWidth(canvasWidth);
            canvas.setHeight(canvasHeight);
            size = fitting;
            shownSize.set(fitting);
            mouse.select(Optional.empty());
            painter.invalidate(fitting.rows());
            changed();
        }
        session.resize(fitting);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEFT + 80 * cells.advance() + scrollBar.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + 24 * cells.height();
    }

    private void focusChanged() {
        boolean focused = isFocused();
        session.send(session.reading(emulator -> InputEncoder.focus(focused, emulator.modes())));
        if (focused) {
            blink.restart();
            host.focused();
        } else {
            blink.stop();
        }
        changed();
    }

    private void keyPressed(KeyEvent event) {
        if (TerminalKeys.isOfTheApp(event)) {
            chord(event);
            return;
        }
        if (scrollsBack(event)) {
            event.consume();
            return;
        }
        byte[] bytes = session.reading(emulator -> TerminalKeys.pressed(event, emulator.modes()));
        if (bytes.length > 0) {
            type(bytes);
            event.consume();
        } else if (!event.getCode().isModifierKey() && event.getCode() != KeyCode.UNDEFINED) {
            // Its character comes as typed; no control around the terminal may take it for a shortcut.
            event.consume();
        }
    }

    private boolean scrollsBack(KeyEvent event) {
        boolean page = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
        if (!page || !event.isShiftDown() || painter.seen().alternate()) {
            return false;
        }
        scrollBy(event.getCode() == KeyCode.PAGE_UP ? -size.rows() : size.rows());
        return true;
    }

    /// Copy, paste and find with the app's modifiers.
    private void chord(KeyEvent event) {
        boolean mine = true;
        switch (event.getCode()) {
            case C -> copy();
            case V -> pasteFromClipboard();
            case F -> host.findRequested();
            case A -> selectAll();
            default -> mine = false;
        }
        if (mine) {
            event.consume();
        }
    }

    private void keyTyped(KeyEvent event) {
        byte[] bytes = TerminalKeys.typed(event);
        if (bytes.length > 0) {
            type(bytes);
            event.consume();
        }
    }

    private void type(byte[] bytes) {
        painter.follow();
        blink.restart();
        if (mouse.selection().isPresent()) {
            mouse.select(Optional.empty());
        }
        session.send(bytes);
    }

    /// Copies the selected text; nothing without one.
    public void copy() {
        String text = selectedText();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// The selected text.
    public String selectedText() {
        return mouse.selection().map(range -> session.reading(range::text)).orElse("");
    }

    /// Selects screen and scrollback.
    public void selectAll() {
        mouse.select(Optional.of(session.reading(emulator -> new TextRange(
                new Position(emulator.firstLine(), 0),
                new Position(emulator.endLine() - 1, emulator.size().columns() - 1)))));
    }

    /// Hands the clipboard's text to the app, which pastes it, perhaps after asking.
    public void pasteFromClipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isEmpty()) {
            host.pasteRequested(text);
        }
    }

    /// Sends text as pasted.
    public void paste(String text) {
        type(session.reading(emulator -> InputEncoder.paste(text, emulator.modes())));
    }

    /// Marks what was found, and shows `current` if it is out of sight.
    public void showMatches(List<TextRange> found, Optional<TextRange> current) {
        matches = List.copyOf(found);
        currentMatch = current;
        current.ifPresent(range -> {
            long line = range.start().line();
            long top = painter.seen().top();
            if (line < top || line >= top + size.rows()) {
                painter.scrollTo(line - size.rows() / 2);
            }
        });
        changed();
    }

    /// Whether the end is shown, where the program writes.
    public boolean isAtEnd() {
        return painter.seen().following();
    }

    /// Scrolls by lines, down when positive.
    public void scrollBy(int lines) {
        painter.scrollTo(painter.seen().top() + lines);
        changed();
    }

    /// Scrolls a line while the mouse is dragged out of the view.
    void scrollTowards(double y) {
        if (y < TOP) {
            scrollBy(-1);
        } else if (y > TOP + canvas.getHeight()) {
            scrollBy(1);
        }
    }

    double lineHeight() {
        return cells.height();
    }

    /// The cell at a point of the view.
    Position cell(double x, double y) {
        int row = Math.clamp(cells.row(y - TOP), 0, size.rows() - 1);
        int column = Math.clamp(cells.column((x - LEFT) / scale(row)), 0, size.columns() - 1);
        return new Position(painter.seen().top() + row, column);
    }

    /// How much wider than others the characters of a row are.
    private int scale(int row) {
        long line = painter.seen().top() + row;
        return session.reading(emulator -> line >= emulator.firstLine()
                        && line < emulator.endLine()
                        && emulator.line(line).isDouble()
                ? 2
                : 1);
    }

    /// The left lower corner of the caret, in the view.
    Point2D caretPoint() {
        ScreenPainter.Seen seen = painter.seen();
        double x = cells.x(seen.caretColumn()) * scale(seen.caretRow());
        return new Point2D(LEFT + x, TOP + cells.y(seen.caretRow() + 1));
    }

    void showMenu(double screenX, double screenY) {
        menu.show(this, screenX, screenY);
    }

    void hideMenu() {
        menu.hide();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return session.reading(emulator -> new TextRange(
                            new Position(emulator.topLine(), 0),
                            new Position(emulator.endLine() - 1, emulator.size().columns() - 1))
                    .text(emulator));
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return TerminalStyle.METADATA;
    }

    private final class View implements ScreenPainter.Decoration {
        @Override
        public Optional<TextRange> selection() {
            return mouse.selection();
        }

        @Override
        public List<TextRange> matches() {
            return matches;
        }

        @Override
        public Optional<TextRange> currentMatch() {
            return currentMatch;
        }

        @Override
        public Optional<TextRange> hoveredLink() {
            return mouse.hovered();
        }

        @Override
        public boolean isFocused() {
            return TerminalView.this.isFocused();
        }

        @Override
        public boolean isCaretOn() {
            return blink.isOn();
        }

        @Override
        public String composed() {
            return composed.text();
        }
    }
}
