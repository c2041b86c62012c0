package io.quayside.desktop.ui.shell.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private static final Problem PROBLEM = new Problem("x", "", List.of(), Optional.empty(), List.of(), "x", true);

    private final InlineFxThread fx = new InlineFxThread();
    private final FakeSession session = new FakeSession();
    private final StatusViewModel model = new StatusViewModel(fx, session, fx, ZoneOffset.UTC);

    @AfterEach
    void close() {
        model.close();
        session.close();
    }

    private String line() {
        EngineLine line = model.lineProperty().get();
        return line.glyph() + " | " + line.word() + " | " + line.version() + " | " + line.note();
    }

    private static EngineFigures figures(long diskUsed, long diskTotal) {
        return new EngineFigures(
                4.87,
                List.of(1.0, 2.0),
                4,
                2_310_000_000L,
                6_000_000_000L,
                OptionalLong.of(diskUsed),
                OptionalLong.of(diskTotal));
    }

    private void connect() {
        session.become(new EngineStatus.Connected(fx.instant(), "28.5.2", "1.51"));
    }

    @Test
    void everyStateHasItsSignAndItsWords() {
        Instant now = fx.instant();
        assertEquals("UNKNOWN | No engine |  | Choose one to begin", line());
        session.become(new EngineStatus.Connecting(now));
        assertEquals("STARTING | Connecting |  | ", line());
        session.become(new EngineStatus.Starting(
                now, List.of(new EngineStatus.Step("Starting Docker", now, Optional.empty()))));
        assertEquals("STARTING | Engine starting |  | Starting Docker", line());
        connect();
        assertEquals("RUNNING | Engine running | 28.5.2 | ", line());
        session.become(new EngineStatus.Connected(now, "20.10.24+dfsg1", "1.41"));
        assertEquals("RUNNING | Engine running | 20.10.24 | ", line());
        session.become(new EngineStatus.Disconnected(Optional.of(now.minusSeconds(130)), PROBLEM, Optional.empty()));
        assertEquals("FAILED | Engine stopped |  | Last seen 08:57:50, 2 min ago", line());
        session.become(new EngineStatus.Disconnected(Optional.empty(), PROBLEM, Optional.empty()));
        assertEquals("FAILED | Not reachable |  | Not reached yet", line());
        session.become(new EngineStatus.Stopping(now));
        assertEquals("STARTING | Engine stopping |  | ", line());
        session.become(new EngineStatus.Stopped(now));
        assertEquals("STOPPED | Engine stopped |  | Stopped 09:00:00, less than 1 min ago", line());
    }

    @Test
    void theAgeIsPaintedOnceAMinuteWhileVisibleAndNeverWhileHidden() {
        model.visible(true);
        session.become(new EngineStatus.Disconnected(Optional.of(fx.instant()), PROBLEM, Optional.empty()));
        long before = fx.posts();
        fx.advance(Duration.ofMinutes(3));
        assertEquals("FAILED | Engine stopped |  | Last seen 09:00:00, 3 min ago", line());
        assertEquals(3, fx.posts() - before);
        model.visible(false);
        assertEquals(0, fx.waiting());
    }

    @Test
    void aRunningEngineNeedsNoClock() {
        model.visible(true);
        connect();
        assertEquals(0, fx.waiting());
    }

    @Test
    void figuresAreAskedForOnlyWhileVisible() {
        connect();
        assertEquals(0, session.figureListeners());
        model.visible(true);
        model.visible(true);
        assertEquals(1, session.figureListeners());
        model.visible(false);
        assertEquals(0, session.figureListeners());
    }

    @Test
    void figuresAreSaidInWords() {
        connect();
        model.visible(true);
        session.measure(figures(18_400_000_000L, 64_000_000_000L));
        FiguresLine line = model.figuresProperty().get();
        assertEquals(Optional.of(new FiguresLine.Cpu("4.9%", List.of(1.0, 2.0), "CPU 4.9% of 4 cores")), line.cpu());
        assertEquals(
                Optional.of(new FiguresLine.Bar(
                        "Memory",
                        2.31 / 6,
                        "2.31",
                        "of 6 GB",
                        FiguresLine.Level.FINE,
                        "Memory of all containers: 2.31 of 6 GB")),
                line.memory());
        assertEquals("18.4", line.disk().orElseThrow().used());
        assertEquals("of 64 GB", line.disk().orElseThrow().total());
    }

    @Test
    void aFullDiskIsSaidInWordsAndColour() {
        connect();
        model.visible(true);
        assertEquals("FINE Disk", disk(84));
        assertEquals("AMBER Disk 85 % full", disk(85));
        assertEquals("AMBER Disk 94 % full", disk(94));
        assertEquals("RED Disk 95 % full", disk(95));
        assertEquals("RED Disk 99 % full", disk(99));
    }

    private String disk(long percent) {
        fx.advance(StatusViewModel.FIGURES_GAP);
        session.measure(figures(percent * 1_000_000_000L + 900_000_000L, 100_000_000_000L));
        FiguresLine.Bar bar = model.figuresProperty().get().disk().orElseThrow();
        return bar.level() + " " + bar.label();
    }

    @Test
    void figuresArePaintedOnceInTwoSecondsAndTheLastOneAlways() {
        connect();
        model.visible(true);
        List<String> painted = new ArrayList<>();
        model.figuresProperty()
                .addListener((observable, before, now) ->
                        painted.add(now.disk().orElseThrow().used()));
        for (int i = 1; i <= 10; i++) {
            session.measure(figures(i * 1_000_000_000L, 64_000_000_000L));
        }
        fx.advance(Duration.ofMinutes(1));
        assertEquals(List.of("1", "10"), painted);
        assertEquals(0, fx.waiting());
    }

    @Test
    void whatIsNotMeasuredIsNotShown() {
        connect();
        model.visible(true);
        session.measure(EngineFigures.UNKNOWN);
        assertEquals(FiguresLine.NONE, model.figuresProperty().get());
    }

    @Test
    void figuresGoWhenTheEngineGoes() {
        connect();
        model.visible(true);
        session.measure(figures(1, 2));
        session.become(new EngineStatus.Disconnected(Optional.empty(), PROBLEM, Optional.empty()));
        assertEquals(FiguresLine.NONE, model.figuresProperty().get());
    }
}
