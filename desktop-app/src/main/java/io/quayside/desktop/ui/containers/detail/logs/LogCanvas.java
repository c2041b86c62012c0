package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogPattern;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
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

/// Paints the lines on screen and nothing else, in rows of one height. It follows the end until one scrolls up. FX
/// thread.
final class LogCanvas extends Region {
    private static final int WHEEL_ROWS = 3;

    private final LogRows rows;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Inks inks = new Inks(this, this::requestLayout);
    private final StyleableProperty<Number> size = Inks.size(this, this::sized);
    private final LogSelection selection = new LogSelection();
    private final LogPainter painter = new LogPainter(canvas.getGraphicsContext2D(), inks);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty wrap = new SimpleBooleanProperty();
    private final BooleanProperty times = new SimpleBooleanProperty(true);
    private final LogScreen screen;
    private boolean settingBar;
    private boolean dragged;
    private boolean streams = true;
    private Runnable painted = () -> {};

    LogCanvas(LogRows rows) {
        this.rows = rows;
        this.screen = new LogScreen(rows);
        getStyleClass().addAll("log-canvas", StyleClasses.LOG, StyleClasses.TERMINAL_AREA);
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
            screen.setWrap(now);
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
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::mouseClicked);
    }

    Inks inks() {
        return inks;
    }

    StyleableProperty<Number> size() {
        return size;
    }

    private void sized() {
        painter.setSize(size.getValue().doubleValue());
        requestLayout();
    }

    /// The height of a row.
    double row() {
        return painter.row();
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

    /// Says nothing of streams any more: there is one.
    void hideStreams() {
        streams = false;
        requestLayout();
    }

    /// Calls `listener` after each time that it was painted.
    void onPainted(Runnable listener) {
        painted = listener;
    }

    Optional<LogSelection.Range> selected() {
        return selection.range();
    }

    /// There are other lines, or other marks in them.
    void refresh() {
        requestLayout();
    }

    /// All rows have moved by as many.
    void moved(long by) {
        selection.clear();
        screen.moved(by);
        requestLayout();
    }

    /// Other rows are shown of the same lines: the current match stays in view, or else the line on top.
    void rowsChanged() {
        if (!screen.shown().isEmpty()) {
            screen.keep(
                    rows.hit() >= 0
                            ? rows.hit()
                            : screen.shown().getFirst().line().number());
            requestLayout();
        }
    }

    /// Another container.
    void begin() {
        selection.clear();
        screen.begin();
        requestLayout();
    }

    /// To the end, and on with what comes.
    void follow() {
        screen.follow();
        requestLayout();
    }

    /// Brings a row into the middle unless it is in view. Stops following.
    void reveal(long row) {
        screen.reveal(row);
        requestLayout();
    }

    /// The first row in view.
    long firstRow() {
        return screen.firstRow();
    }

    /// The last row in view.
    long lastRow() {
        return screen.lastRow();
    }

    /// The rows in view as they are painted, for tests.
    List<Piece> shown() {
        return List.copyOf(screen.shown());
    }

    void selectAll() {
        if (rows.rows() > 0) {
            selection.begin(new LogSelection.Place(rows.lineOf(0), 0));
            selection.extend(new LogSelection.Place(rows.lineOf(rows.rows() - 1), Integer.MAX_VALUE));
            requestLayout();
        }
    }

    // Painting.

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(width - barWidth, 0, barWidth, height);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        if (getScene() != null && width > 0 && height > 0) {
            arrange();
            painter.paint(this, screen.shown());
            updateBar();
            following.set(screen.isFollowing());
            painted.run();
        }
    }

    private void arrange() {
        painter.measure(
                rows.rows() == 0 ? 0 : rows.lineOf(rows.rows() - 1),
                new LogPainter.Columns(rows.numbered(), times.get(), rows.together(), streams),
                Math.max(0, getWidth() - bar.prefWidth(-1)),
                getWidth());
        screen.arrange(Math.max(1, (int) ((getHeight() - LogPainter.TOP) / row())), painter.columns());
    }

    private void updateBar() {
        settingBar = true;
        double last = Math.max(1, (double) screen.lastTop());
        int height = screen.height();
        bar.setMax(last);
        bar.setVisibleAmount(last * height / Math.max(height + 1, rows.rows()));
        bar.setBlockIncrement(height);
        bar.setValue(screen.isFollowing() ? bar.getMax() : Math.min((double) screen.firstRow(), last));
        bar.setVisible(screen.lastTop() > 0);
        settingBar = false;
    }

    Optional<LogPattern> pattern() {
        return rows.pattern();
    }

    long hit() {
        return rows.hit();
    }

    /// Which match of that line.
    int hitPart() {
        return rows.hitPart();
    }

    Optional<LogService> service(long line) {
        return rows.service(line);
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
        screen.scrollRight(columns);
        requestLayout();
    }

    private void down(int by) {
        screen.scrollBy(by);
        requestLayout();
    }

    private void home() {
        screen.home();
        requestLayout();
    }

    private void scrollTo(long row) {
        screen.scrollTo(row);
        requestLayout();
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
            case PAGE_UP -> down(1 - screen.height());
            case PAGE_DOWN -> down(screen.height() - 1);
            case HOME -> home();
            case END -> follow();
            case LEFT -> right(-8);
            case RIGHT -> right(8);
            case ENTER -> foldSelected();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void foldSelected() {
        selection
                .head()
                .flatMap(place -> screen.shown().stream()
                        .filter(piece -> piece.line().number() == place.line())
                        .findFirst())
                .ifPresent(screen::fold);
        requestLayout();
    }

    /// A click on JSON folds it out, unless it was to select something.
    private void mouseClicked(MouseEvent event) {
        boolean plain = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && !event.isShiftDown();
        if (plain && !dragged) {
            piece(event).filter(piece -> piece.kind() != Piece.Kind.FOLDED_OUT).ifPresent(screen::fold);
            requestLayout();
        }
    }

    private void mousePressed(MouseEvent event) {
        requestFocus();
        dragged = false;
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
            dragged = true;
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
        List<Piece> shown = screen.shown();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int index = (int) Math.floor((event.getY() - LogPainter.TOP) / row());
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
