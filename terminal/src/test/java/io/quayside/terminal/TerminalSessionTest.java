package io.quayside.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalSessionTest {
    private static final TerminalSize SIZE = new TerminalSize(20, 5);
    private final FakeProgram program = new FakeProgram();
    private final TerminalSession session = new TerminalSession("test", SIZE, size -> program);

    @AfterEach
    void close() {
        session.close();
    }

    private String row(int y) {
        return session.reading(emulator -> emulator.row(y).text());
    }

    @Test
    void showsOutputAndSendsInput() {
        program.print("hello\r\n");
        Await.until(() -> row(0).equals("hello"));

        session.send("ls\r".getBytes(StandardCharsets.UTF_8));

        Await.until(() -> program.typed().equals("ls\r"));
    }

    @Test
    void answersTheProgramsQuestions() {
        program.print("\033[6n");
        Await.until(() -> program.typed().equals("\033[1;1R"));
    }

    @Test
    void tellsTheExitCode() {
        program.exit(7);
        Await.until(() -> session.state().isOver());
        assertEquals(new SessionState.Ended(OptionalInt.of(7)), session.state());
    }

    @Test
    void aBrokenConnectionIsAFailure() {
        program.breakOff();
        Await.until(() -> session.state().isOver());
        SessionState.Failed failed = assertInstanceOf(SessionState.Failed.class, session.state());
        assertEquals("The line is cut", failed.cause().getMessage());
    }

    @Test
    void aConnectionThatCannotBeOpenedIsAFailure() {
        try (TerminalSession refused = new TerminalSession("refused", SIZE, size -> {
            throw new IOException("no shell");
        })) {
            Await.until(() -> refused.state() instanceof SessionState.Failed);
        }
    }

    @Test
    void closingEndsTheSession() {
        Await.until(() -> session.state() instanceof SessionState.Connected);
        session.close();
        Await.until(() -> session.state().isOver());
        assertInstanceOf(SessionState.Ended.class, session.state());
    }

    @Test
    void resizeReachesScreenAndProgram() {
        program.print("a long line of text");
        Await.until(() -> row(0).equals("a long line of text"));

        session.resize(new TerminalSize(10, 3));

        Await.until(() -> program.sizes().equals(List.of(new TerminalSize(10, 3))));
        assertEquals("a long lin", row(0));
        assertEquals("e of text", row(1));
    }

    @Test
    void whatHappensWhileConnectingIsSentAfterwards() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        FakeProgram slow = new FakeProgram();
        try (TerminalSession late = new TerminalSession("late", SIZE, size -> {
            try {
                opening.countDown();
                mayOpen.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return slow;
        })) {
            opening.await();
            late.send("typed early".getBytes(StandardCharsets.UTF_8));
            late.resize(new TerminalSize(33, 4));
            mayOpen.countDown();
            Await.until(() -> slow.sizes().contains(new TerminalSize(33, 4)));
            Await.until(() -> slow.typed().equals("typed early"));
        }
    }

    @Test
    void runsAgainBelowWhatWasThere() {
        ArrayDeque<FakeProgram> programs = new ArrayDeque<>(List.of(new FakeProgram(), new FakeProgram()));
        FakeProgram first = programs.getFirst();
        FakeProgram second = programs.getLast();
        try (TerminalSession again = new TerminalSession("again", SIZE, size -> programs.pop())) {
            first.print("one\033[?1049h\033[?1003h\033[31mfull screen").exit(1);
            Await.until(() -> again.state().isOver());

            again.runAgain();
            second.print("two");

            Await.until(() -> again.reading(emulator -> emulator.row(1).text()).equals("two"));
            assertEquals("one", again.reading(emulator -> emulator.row(0).text()));
            assertEquals(
                    Long.valueOf(0), again.reading(emulator -> emulator.row(1).style(0)));
            assertInstanceOf(SessionState.Connected.class, again.state());
        }
    }

    @Test
    void announcesChangesOnceUntilPainted() {
        AtomicInteger announcements = new AtomicInteger();
        session.onOutput(announcements::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            program.print("x");
        }
        Await.until(() -> session.received() == 1000);
        assertEquals(1, announcements.get());

        session.painting(emulator -> {});
        program.print("y");
        Await.until(() -> announcements.get() == 2);
    }

    @Test
    void aProgramThatOnlyAsksGetsBoundedAnswers() {
        // The answers pile up while the program doesn't take any.
        CountDownLatch stuck = new CountDownLatch(1);
        FakeProgram asking = new FakeProgram();
        AtomicInteger answers = new AtomicInteger();
        TerminalConnection deaf = new DeafConnection(asking, stuck, answers);
        try (TerminalSession flooded = new TerminalSession("flooded", SIZE, size -> deaf)) {
            asking.print("\033[6n".repeat(100_000)).print("done");
            Await.until(() -> flooded.received() > 400_000);
            stuck.countDown();
            asking.exit(0);
            Await.until(() -> flooded.state().isOver());
            assertTrue(answers.get() <= 1001, () -> "answers: " + answers.get());
        }
    }

    private record DeafConnection(FakeProgram program, CountDownLatch stuck, AtomicInteger answers)
            implements TerminalConnection {
        @Override
        public boolean read(Output output) throws IOException {
            return program.read(output);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            answers.incrementAndGet();
            try {
                stuck.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void resize(TerminalSize size) {}

        @Override
        public OptionalInt exitCode() {
            return program.exitCode();
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
