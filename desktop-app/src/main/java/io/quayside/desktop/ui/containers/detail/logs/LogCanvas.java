package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.StoredLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Paints the lines on screen and nothing else, in rows of 20 px. It follows the end until one scrolls up. FX thread.
final class LogCanvas extends Region {
    static final double ROW = 20;

    private static final int MOST_BYTES = 16_000;
    private static final int WHEEL_ROWS = 3;

    private final LogRows rows;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Inks inks = new Inks(this, this::requestLayout);
    private final LogSelection selection = new LogSelection();
    private final LogPainter painter = new LogPainter(canvas.getGraphicsContext2D(), inks);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty wrap = new SimpleBooleanProperty();
    private final BooleanProperty times = new SimpleBooleanProperty(true);
    private final List<Piece> shown = new ArrayList<>();
    private Optional<String> ending = Optional.empty();
    private long top;
    private int topPiece;
    private int scrolledRight;
    private boolean settingBar;
    private Runnable painted = () -> {};

    /// A row of the screen: a line, or a part of one that is wrapped.
    record Piece(long row, StoredLine line, LogText text, int from, int to) {}

    LogCanvas(LogRows rows) {
        this.rows = rows;
        getStyleClass().addAll("log-canvas", StyleClasses.TERMINAL_AREA);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText("Output");
        setCursor(Cursor.TEXT);
        setMinSize(0, 0);
        canvas.setManaged(false);
        bar.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setCursor(Cursor.DEFAULT);
        getChildren().addAll(canvas, bar);
        wrap.subscribe((before, now) -> {
            topPiece = 0;
            scrolledRight = 0;
            requestLayout();
        });
        times.subscribe((before, now) -> requestLayout());
        bar.valueProperty().subscribe((before, now) -> {
            if (!settingBar) {
                scrollTo(Math.round(now.doubleValue()));
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
    }

    Inks inks() {
        return inks;
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    BooleanProperty wrapProperty() {
        return wrap;
    }

    BooleanProperty timesProperty() {
        return times;
    }

    /// Calls `listener` after each time that it was painted.
    void onPainted(Runnable listener) {
        painted = listener;
    }

    Optional<LogSelection.Range> selected() {
        return selection.range();
    }

    /// There are other lines, or other marks in them.
    void refresh(Optional<String> newEnding) {
        ending = newEnding;
        requestLayout();
    }

    /// Another container.
    void begin() {
        selection.clear();
        top = 0;
        topPiece = 0;
        scrolledRight = 0;
        follow();
    }

    /// To the end, and on with what comes.
    void follow() {
        following.set(true);
        requestLayout();
    }

    /// Brings a row into the middle unless it is in view. Stops following.
    void reveal(long row) {
        following.set(false);
        if (row < top || row >= top + screen() - 1) {
            top = Math.clamp(row - screen() / 2, 0, lastTop());
            topPiece = 0;
        }
        requestLayout();
    }

    /// The first row in view.
    long firstRow() {
        return top;
    }

    /// The last row in view.
    long lastRow() {
        return shown.isEmpty() ? top : shown.getLast().row();
    }

    /// The rows in view as they are painted, for tests.
    List<Piece> shown() {
        return List.copyOf(shown);
    }

    void selectAll() {
        if (rows.rows() > 0) {
            selection.begin(new LogSelection.Place(rows.lineOf(0), 0));
            selection.extend(new LogSelection.Place(rows.lineOf(rows.rows() - 1), Integer.MAX_VALUE));
            requestLayout();
        }
    }

    private int screen() {
        return Math.max(1, (int) ((getHeight() - LogPainter.TOP) / ROW));
    }

    private long lastTop() {
        return Math.max(0, rows.rows() + (ending.isPresent() ? 1 : 0) - screen());
    }

    private void scrollTo(long row) {
        long last = lastTop();
        top = Math.clamp(row, 0, last);
        topPiece = 0;
        following.set(row >= last);
        requestLayout();
    }

    // Painting.

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(width - barWidth, 0, barWidth, height);
        if (canvas.getWidth() != width - barWidth || canvas.getHeight() != height) {
            canvas.setWidth(Math.max(0, width - barWidth));
            canvas.setHeight(height);
        }
        if (getScene() != null && width > 0 && height > 0) {
            arrange();
            painter.paint(this, shown, ending.filter(words -> lastRow() >= rows.rows() - 1));
            updateBar();
            painted.run();
        }
    }

    /// Decides which rows are on screen and reads them.
    private void arrange() {
        painter.measure(rows.rows() == 0 ? 0 : rows.lineOf(rows.rows() - 1), times.get(), canvas.getWidth());
        shown.clear();
        int screen = screen();
        if (following.get()) {
            fromTheEnd(screen - (ending.isPresent() ? 1 : 0));
            return;
        }
        top = Math.clamp(top, 0, Math.max(0, rows.rows() - 1));
        for (long row = top; row < rows.rows() && shown.size() <= screen; row++) {
            List<Piece> pieces = pieces(row);
            int skip = row == top ? Math.min(topPiece, Math.max(0, pieces.size() - 1)) : 0;
            shown.addAll(pieces.subList(skip, pieces.size()));
        }
    }

    private void fromTheEnd(int screen) {
        for (long row = rows.rows() - 1; row >= 0 && shown.size() < screen; row--) {
            List<Piece> pieces = pieces(row);
            shown.addAll(0, pieces);
            top = row;
            topPiece = 0;
        }
        while (shown.size() > Math.max(1, screen)) {
            shown.removeFirst();
            topPiece++;
        }
        if (rows.rows() == 0) {
            top = 0;
        }
    }

    private List<Piece> pieces(long row) {
        Optional<StoredLine> line = rows.read(row, MOST_BYTES);
        if (line.isEmpty()) {
            return List.of();
        }
        LogText text = LogText.of(line.get());
        int columns = painter.columns();
        int length = text.text().length();
        if (!wrap.get() || length <= columns) {
            return List.of(new Piece(row, line.get(), text, Math.min(scrolledRight, length), length));
        }
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < length; from += columns) {
            pieces.add(new Piece(row, line.get(), text, from, Math.min(length, from + columns)));
        }
        return pieces;
    }

    private void updateBar() {
        settingBar = true;
        long last = lastTop();
        bar.setMax(Math.max(1, last));
        bar.setVisibleAmount(Math.max(1, last) * (double) screen() / Math.max(screen() + 1, rows.rows()));
        bar.setBlockIncrement(screen());
        bar.setValue(following.get() ? bar.getMax() : Math.min(top, bar.getMax()));
        bar.setVisible(last > 0);
        settingBar = false;
    }

    Optional<io.quayside.engine.logs.LogPattern> pattern() {
        return rows.pattern();
    }

    long hit() {
        return rows.hit();
    }

    // Input.

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            right(delta < 0 ? 8 : -8);
        } else if (event.getDeltaY() != 0) {
            down(event.getDeltaY() > 0 ? -WHEEL_ROWS : WHEEL_ROWS);
        }
        event.consume();
    }

    private void right(int columns) {
        if (!wrap.get()) {
            scrolledRight = Math.max(0, scrolledRight + columns);
            requestLayout();
        }
    }

    private void down(long by) {
        if (following.get() && by > 0) {
            return;
        }
        if (wrap.get() && by < 0 && topPiece > 0) {
            topPiece = Math.max(0, topPiece + (int) by);
            following.set(false);
            requestLayout();
        } else {
            scrollTo(top + by);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selectAll();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case UP -> down(-1);
            case DOWN -> down(1);
            case PAGE_UP -> down(-(screen() - 1L));
            case PAGE_DOWN -> down(screen() - 1L);
            case HOME -> scrollTo(0);
            case END -> follow();
            case LEFT -> right(-8);
            case RIGHT -> right(8);
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void mousePressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<LogSelection.Place> place = place(event);
        if (place.isEmpty()) {
            selection.clear();
        } else if (event.isShiftDown()) {
            selection.extend(place.get());
        } else if (event.getClickCount() == 2) {
            selectWord(event, place.get());
        } else if (event.getClickCount() > 2) {
            selection.begin(new LogSelection.Place(place.get().line(), 0));
            selection.extend(new LogSelection.Place(place.get().line(), Integer.MAX_VALUE));
        } else {
            selection.begin(place.get());
        }
        requestLayout();
    }

    private void selectWord(MouseEvent event, LogSelection.Place place) {
        piece(event).ifPresent(piece -> {
            String text = piece.text().text();
            int from = Math.min(place.column(), text.length());
            int to = from;
            while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            selection.begin(new LogSelection.Place(place.line(), from));
            selection.extend(new LogSelection.Place(place.line(), to));
        });
    }

    private void mouseDragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getY() < 0) {
                down(-1);
            } else if (event.getY() > getHeight()) {
                down(1);
            }
            place(event).ifPresent(selection::extend);
            requestLayout();
        }
    }

    private Optional<Piece> piece(MouseEvent event) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int index = (int) Math.floor((event.getY() - LogPainter.TOP) / ROW);
        return Optional.of(shown.get(Math.clamp(index, 0, shown.size() - 1)));
    }

    private Optional<LogSelection.Place> place(MouseEvent event) {
        return piece(event)
                .map(piece -> new LogSelection.Place(piece.line().number(), painter.columnAt(piece, event.getX())));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return Inks.meta();
    }
}
