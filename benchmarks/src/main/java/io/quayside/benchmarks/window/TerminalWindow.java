package io.quayside.benchmarks.window;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.terminal.SessionState;
import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.fx.TerminalHost;
import io.quayside.terminal.fx.TerminalView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/// A window with one terminal, which works when it is told to by a line on standard input: `flood` runs `seq`, `keys`
/// types. Arguments: the engine's address, a container's id.
public final class TerminalWindow {
    /// How many lines a flood has.
    static final int LINES = 1_000_000;

    /// How many keys are typed.
    static final int KEYS = 120;

    private static final double WIDTH = 900;
    private static final double HEIGHT = 540;

    private final Engine engine;
    private final String container;
    private final Stage stage;

    private TerminalWindow(Engine engine, String container, Stage stage) {
        this.engine = engine;
        this.container = container;
        this.stage = stage;
    }

    public static void main(String[] args) throws IOException, EndpointSyntaxException, EngineException {
        Engine engine = EngineFactory.connect(EngineEndpoint.parse(args[0]));
        CompletableFuture<Stage> shown = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
            stage.show();
            shown.complete(stage);
        });
        TerminalWindow window = new TerminalWindow(engine, args[1], shown.join());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(line.equals("flood") ? window.flood() : window.keys());
        }
        System.exit(0);
    }

    private TerminalView show(TerminalSession session) {
        CompletableFuture<TerminalView> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            TerminalView view =
                    new TerminalView(session, Font.font("Monospaced", 13), Platform::runLater, new Nobody());
            stage.getScene().setRoot(new StackPane(view));
            view.requestFocus();
            made.complete(view);
        });
        return made.join();
    }

    /// `done NANOS BYTES`: from the request to the end, with the last line on the screen.
    private String flood() {
        long began = System.nanoTime();
        CompletableFuture<Long> ended = new CompletableFuture<>();
        TerminalSession session = new TerminalSession(
                "flood",
                new TerminalSize(110, 26),
                size -> TerminalProgram.start(engine, container, size, "seq", Integer.toString(LINES)));
        session.onState(state -> {
            if (state.isOver()) {
                ended.complete(System.nanoTime());
            }
        });
        show(session);
        long took = ended.join() - began;
        String last = session.reading(
                emulator -> emulator.line(emulator.endLine() - 2).text());
        long bytes = session.received();
        session.close();
        return "done " + took + " " + (last.equals(Integer.toString(LINES)) ? bytes : -1);
    }

    /// `typed ECHO GLYPH…`: for each key the nanoseconds to the engine's echo, and from there to the frame
    /// that has it.
    private String keys() throws IOException {
        TerminalSession session = new TerminalSession(
                "keys", new TerminalSize(110, 26), size -> TerminalProgram.start(engine, container, size, "cat"));
        AtomicLong echoed = new AtomicLong();
        session.onOutput(() -> echoed.compareAndSet(0, System.nanoTime()));
        TerminalView view = show(session);
        awaitShown(session);
        StringBuilder answer = new StringBuilder("typed");
        for (int i = 0; i < KEYS; i++) {
            String expected = "k".repeat(i % 80 + 1);
            if (i % 80 == 0 && i > 0) {
                press(view, "\r", KeyCode.ENTER);
                await(() -> session.reading(emulator -> emulator.cursorX()) == 0);
            }
            // Not in step with the frames.
            sleep(40 + i % 17);
            CompletableFuture<Long> painted = new CompletableFuture<>();
            CompletableFuture<Long> pressed = new CompletableFuture<>();
            echoed.set(0);
            Platform.runLater(() -> {
                int before = view.rowsPainted();
                Runnable[] listener = new Runnable[1];
                listener[0] = () -> {
                    if (echoed.get() > 0
                            && view.rowsPainted() > before
                            && session.reading(emulator ->
                                    emulator.row(emulator.cursorY()).text().equals(expected))) {
                        view.getScene().removePostLayoutPulseListener(listener[0]);
                        painted.complete(System.nanoTime());
                    }
                };
                view.getScene().addPostLayoutPulseListener(listener[0]);
                pressed.complete(System.nanoTime());
                view.fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, "k", "k", KeyCode.UNDEFINED, false, false, false, false));
            });
            long at = painted.join();
            answer.append(' ').append(echoed.get() - pressed.join()).append(' ').append(at - echoed.get());
        }
        session.close();
        return answer.toString();
    }

    private static void press(TerminalView view, String text, KeyCode code) {
        Platform.runLater(
                () -> view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false)));
    }

    private static void awaitShown(TerminalSession session) throws IOException {
        await(() -> session.state() instanceof SessionState.Connected);
    }

    private static void await(BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("the terminal didn't get ready");
            }
            sleep(5);
        }
    }

    private static void sleep(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    private static final class Nobody implements TerminalHost {
        @Override
        public void pasteRequested(String text) {}

        @Override
        public void openLink(String address) {}

        @Override
        public void findRequested() {}
    }
}
