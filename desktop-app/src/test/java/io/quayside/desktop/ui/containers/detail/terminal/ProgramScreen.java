package io.quayside.desktop.ui.containers.detail.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.emulator.Emulator;
import io.quayside.terminal.emulator.InputEncoder;
import io.quayside.terminal.emulator.InputEncoder.MouseAction;
import io.quayside.terminal.emulator.TerminalKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A shell in a container as somebody sees it who types into it.
final class ProgramScreen implements AutoCloseable {
    private static final long LIMIT = 40_000_000_000L;
    private final TerminalSession session;

    ProgramScreen(Engine engine, String containerId, int columns, int rows) {
        EngineTerminals terminals = new EngineTerminals(() -> Optional.of(engine));
        SessionKind shell = new SessionKind.Shell(
                "/bin/bash", "", "/root", List.of("PS1=> ", "HISTFILE=", "LANG=C.UTF-8", "SHELL=/bin/bash"));
        session = new TerminalSession(
                "programs", new TerminalSize(columns, rows), size -> terminals.open(containerId, shell, size));
        await("the prompt", emulator -> last(emulator).equals(">"));
    }

    void type(String text) {
        session.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Starts a program from the prompt.
    void run(String command) {
        type(command + "\r");
    }

    void press(TerminalKey key) {
        session.send(session.reading(emulator -> InputEncoder.key(key, 0, emulator.modes())));
    }

    /// Presses and releases the left button on the first cell of `text`.
    void click(String text) {
        awaitText(text);
        for (MouseAction action : List.of(MouseAction.PRESS, MouseAction.RELEASE)) {
            session.send(session.reading(emulator -> {
                int row = rowOf(emulator, text);
                int column = emulator.row(row).text().indexOf(text);
                return InputEncoder.mouse(action, InputEncoder.LEFT, 0, column, row, emulator.modes());
            }));
        }
    }

    void resize(int columns, int rows) {
        TerminalSize size = new TerminalSize(columns, rows);
        session.resize(size);
        await("the screen has its new size", emulator -> emulator.size().equals(size));
    }

    String row(int y) {
        return session.reading(emulator -> emulator.row(y).text());
    }

    long style(int x, int y) {
        return session.reading(emulator -> emulator.row(y).style(x));
    }

    <T> T read(java.util.function.Function<Emulator, T> what) {
        return session.reading(what);
    }

    void awaitRow(int y, String text) {
        await("row " + y + " is " + text, emulator -> text(emulator, y).equals(text));
    }

    void awaitText(String text) {
        await("the text " + text, emulator -> rowOf(emulator, text) >= 0);
    }

    void await(String what, Predicate<Emulator> condition) {
        long end = System.nanoTime() + LIMIT;
        boolean is = false;
        while (!is && System.nanoTime() < end) {
            is = session.reading(condition::test);
            if (!is) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        assertTrue(is, () -> "never came: " + what + "\n" + session.reading(ProgramScreen::all));
    }

    /// The row that has `text`, or -1.
    static int rowOf(Emulator emulator, String text) {
        return IntStream.range(0, emulator.size().rows())
                .filter(y -> emulator.row(y).text().contains(text))
                .findFirst()
                .orElse(-1);
    }

    /// The lowest row with text.
    static String last(Emulator emulator) {
        String all = all(emulator).stripTrailing();
        return all.substring(all.lastIndexOf('\n') + 1);
    }

    /// A row without the spaces that a program wrote behind its text.
    static String text(Emulator emulator, int y) {
        return emulator.row(y).text().stripTrailing();
    }

    static String all(Emulator emulator) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < emulator.size().rows(); y++) {
            text.append(text(emulator, y)).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() {
        session.close();
    }
}
