package io.quayside.terminal.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.terminal.Await;
import io.quayside.terminal.FakeProgram;
import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.emulator.Position;
import io.quayside.terminal.emulator.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Keys, mouse and picture of a terminal in a real window.
class TerminalViewTest {
    private final FakeProgram program = new FakeProgram();
    private final TerminalSession session = new TerminalSession("view", new TerminalSize(80, 24), size -> program);
    private final FxRobot robot = new FxRobot();
    private final List<String> pasted = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final AtomicInteger finds = new AtomicInteger();
    private TerminalView view;
    private Stage stage;

    @BeforeEach
    void show() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            view = new TerminalView(session, Font.font("Monospaced", 13), Platform::runLater, new TerminalHost() {
                @Override
                public void pasteRequested(String text) {
                    pasted.add(text);
                    view.paste(text);
                }

                @Override
                public void openLink(String address) {
                    opened.add(address);
                }

                @Override
                public void findRequested() {
                    finds.incrementAndGet();
                }
            });
            view.setStyle("-term-background: #000000; -term-foreground: #ffffff; -term-caret: #00ff00;"
                    + "-term-selection: #0000ff; -term-mark: #ffff00; -term-mark-on: #ff8800; -term-ansi-1: #ff0000;");
            stage.setScene(new Scene(new StackPane(view), 700, 400));
            stage.show();
            view.requestFocus();
        });
        Await.until(() ->
                session.size().equals(view.terminalSize()) && session.size().columns() != 80);
    }

    @AfterEach
    void close() throws TimeoutException {
        session.close();
        FxToolkit.setupFixture(() -> stage.setScene(new Scene(new StackPane())));
    }

    private Color pixel(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            WritableImage image = view.snapshot(null, null);
            return image.getPixelReader().getColor((int) x, (int) y);
        });
    }

    private void awaitRow(int row, String text) {
        Await.until(() -> session.reading(emulator -> emulator.row(row).text()).equals(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A point of the screen in a cell.
    private javafx.geometry.Point2D at(int column, int row) {
        Font font = Font.font("Monospaced", 13);
        CellMetrics cells = CellMetrics.of(font);
        return view.localToScreen(16 + cells.advance() * (column + 0.5), 10 + cells.height() * (row + 0.5));
    }

    /// The headless robot sends no modifiers with the mouse, so that these events are made here.
    private void fire(EventType<MouseEvent> type, javafx.geometry.Point2D screen, boolean control) {
        javafx.geometry.Point2D point = view.screenToLocal(screen);
        MouseEvent event = new MouseEvent(
                type,
                point.getX(),
                point.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                control,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> view.fireEvent(event));
    }

    @Test
    void sizeOfTheViewReachesTheProgram() throws Exception {
        FxToolkit.setupFixture(() -> {
            stage.setWidth(500);
            stage.setHeight(300);
        });
        Await.until(() -> program.sizes().contains(view.terminalSize())
                && view.terminalSize().columns() < 65);
    }

    @Test
    void keysGoToTheProgram() {
        robot.write("ls -l");
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.UP);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.ESCAPE);
        Await.until(() -> program.typed().equals("ls -l\r\033[A\u0003\u0017\t\033"));
    }

    @Test
    void controlShiftBelongsToTheApp() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.K)
                .type(KeyCode.F)
                .release(KeyCode.CONTROL, KeyCode.SHIFT);
        robot.type(KeyCode.F6);
        robot.write("x");
        Await.until(() -> program.typed().equals("x"));
        assertEquals(1, finds.get());
    }

    @Test
    void pastesThroughTheApp() throws Exception {
        FxToolkit.setupFixture(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("one\ntwo");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.CONTROL, KeyCode.SHIFT);
        Await.until(() -> program.typed().equals("one\rtwo"));
        assertEquals(List.of("one\ntwo"), pasted);
    }

    @Test
    void selectsByMouseAndCopies() throws Exception {
        program.print("hello wide world");
        awaitRow(0, "hello wide world");
        Await.until(() -> view.rowsPainted() > 0);
        robot.moveTo(at(6, 0)).doubleClickOn(MouseButton.PRIMARY);
        Await.until(() -> view.selectedText().equals("wide"));

        fire(MouseEvent.MOUSE_PRESSED, at(0, 0), false);
        fire(MouseEvent.MOUSE_DRAGGED, at(4, 0), false);
        fire(MouseEvent.MOUSE_RELEASED, at(4, 0), false);
        Await.until(() -> view.selectedText().equals("hello"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.CONTROL, KeyCode.SHIFT);
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals("hello", copied);
        assertEquals("", program.typed());
    }

    @Test
    void rowsWithLargerCharactersArePaintedSelectedAndClippedSo() {
        CellMetrics cells = CellMetrics.of(Font.font("Monospaced", 13));
        program.print("\033[?25l\033#6\033[7mab\033[27mcd\r\n\033#3\u2580\r\n\033#4\u2580\r\n\u2580");
        awaitRow(0, "abcd");
        awaitRow(3, "\u2580");
        double row = cells.height();
        Await.until(() -> pixel(16 + cells.advance() * 4 - 2, 10 + row - 2).equals(Color.WHITE));
        assertEquals(Color.BLACK, pixel(16 + cells.advance() * 4 + 2, 10 + row - 2));
        double middle = 16 + cells.advance() * 1.5;
        assertEquals(Color.WHITE, pixel(middle, 10 + 2 * row - 2), "the upper half fills its row");
        assertEquals(Color.BLACK, pixel(middle, 10 + 2 * row + 2), "and doesn't reach into the lower one");
        assertEquals(Color.BLACK, pixel(middle, 10 + 3 * row + 2), "others are as they were");
        fire(MouseEvent.MOUSE_PRESSED, at(0, 0), false);
        fire(MouseEvent.MOUSE_DRAGGED, at(5, 0), false);
        fire(MouseEvent.MOUSE_RELEASED, at(5, 0), false);
        Await.until(() -> view.selectedText().equals("abc"));
    }

    @Test
    void mouseGoesToAProgramThatAsksForIt() {
        program.print("\033[?1000;1006hready");
        awaitRow(0, "ready");
        robot.clickOn(at(3, 2));
        Await.until(() -> program.typed().equals("\033[<0;4;3M\033[<0;4;3m"));
    }

    @Test
    void wheelScrollsBackAndSendsArrowsToFullScreenPrograms() {
        program.print("line\r\n".repeat(100) + "end");
        Await.until(() -> session.received() > 600 && view.isAtEnd());
        robot.moveTo(at(3, 3)).scroll(5, VerticalDirection.UP);
        Await.until(() -> !view.isAtEnd());
        robot.write("x");
        program.print("\033[?1049hfull");
        awaitRow(session.reading(emulator -> emulator.cursorY()), "   full");
        Await.until(view::isAtEnd);
        robot.scroll(3, VerticalDirection.UP);
        Await.until(() -> program.typed().startsWith("x\033[A"));
    }

    @Test
    void controlClickOpensALink() {
        program.print("see https://example.org/x now");
        awaitRow(0, "see https://example.org/x now");
        Await.until(() -> view.rowsPainted() > 0);
        fire(MouseEvent.MOUSE_PRESSED, at(2, 0), true);
        fire(MouseEvent.MOUSE_PRESSED, at(10, 0), false);
        fire(MouseEvent.MOUSE_PRESSED, at(10, 0), true);
        Await.until(() -> opened.equals(List.of("https://example.org/x")));
        assertEquals("", program.typed());
    }

    @Test
    void paintsColoursCaretAndMatches() {
        program.print("\033[41m   \033[0m abc\033[?25l");
        awaitRow(0, "    abc");
        javafx.geometry.Point2D red = view.screenToLocal(at(1, 0));
        Await.until(() -> pixel(red.getX(), red.getY()).equals(Color.RED));
        Platform.runLater(() ->
                view.showMatches(List.of(new TextRange(new Position(0, 4), new Position(0, 6))), Optional.empty()));
        javafx.geometry.Point2D match = view.screenToLocal(at(5, 0));
        // The corner of the cell, where no glyph is.
        Await.until(() -> pixel(match.getX() + 3, match.getY() - 8).equals(Color.YELLOW));
        program.print("\r\n\n\033[?25h");
        javafx.geometry.Point2D caret = view.screenToLocal(at(0, 2));
        Await.until(() -> pixel(caret.getX(), caret.getY()).equals(Color.LIME));
    }

    @Test
    void anInputMethodShowsWhatItHoldsAndSendsWhatIsChosen() {
        program.print("\033[?25l");
        javafx.geometry.Point2D end = view.screenToLocal(at(3, 0));
        compose(List.of(new InputMethodTextRun("にほ", InputMethodHighlight.UNSELECTED_RAW)), "");
        // Over the four cells from the caret on, although the program hides it.
        Await.until(() -> pixel(end.getX() + 3, end.getY() - 8).equals(Color.BLUE));
        assertEquals("", program.typed());
        compose(List.of(), "日本");
        Await.until(() -> program.typed().equals("日本"));
        Await.until(() -> pixel(end.getX() + 3, end.getY() - 8).equals(Color.BLACK));
    }

    private void compose(List<InputMethodTextRun> held, String chosen) {
        InputMethodEvent event = new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, held, chosen, 0);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> view.fireEvent(event));
    }

    @Test
    void aFloodIsPaintedOnceAFrameAtMostAndAnIdleViewNotAtAll() throws Exception {
        int rows = view.terminalSize().rows();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append(i).append("\r\n");
        }
        long start = System.nanoTime();
        int before = view.rowsPainted();
        for (int i = 0; i < 30; i++) {
            program.print(lines.toString());
        }
        program.print("done");
        Await.until(() -> session.reading(
                emulator -> emulator.row(emulator.cursorY()).text().equals("done")));
        long frames = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 16 + 3;
        WaitForAsyncUtils.waitForFxEvents();
        int painted = view.rowsPainted() - before;
        assertTrue(painted <= (frames + 1) * rows, painted + " rows in " + frames + " frames");

        Await.until(() -> session.state() != null);
        program.print("\033[?25l");
        WaitForAsyncUtils.waitForFxEvents(50);
        int settled = view.rowsPainted();
        WaitForAsyncUtils.waitForFxEvents(50);
        assertTrue(view.rowsPainted() - settled <= 1, "only the caret may change");
    }

    @Test
    void onlyTheRowThatChangedIsPainted() {
        program.print("\033[?25la\r\nb\r\nc");
        awaitRow(2, "c");
        WaitForAsyncUtils.waitForFxEvents(50);
        int before = view.rowsPainted();
        program.print("\033[2;1Hx");
        Await.until(() -> view.rowsPainted() > before);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(1, view.rowsPainted() - before);
    }

    @Test
    void sessionGoesOnWithoutItsView() throws Exception {
        FxToolkit.setupFixture(
                () -> ((StackPane) stage.getScene().getRoot()).getChildren().clear());
        int before = view.rowsPainted();
        program.print("unseen");
        awaitRow(0, "unseen");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(before, view.rowsPainted());
        FxToolkit.setupFixture(
                () -> ((StackPane) stage.getScene().getRoot()).getChildren().add(view));
        Await.until(() -> view.rowsPainted() > before);
        assertFalse(session.state().isOver());
    }
}
