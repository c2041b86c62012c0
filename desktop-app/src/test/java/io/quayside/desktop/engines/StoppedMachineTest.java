package io.quayside.desktop.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppedMachineTest {
    private static final Problem STUCK =
            new Problem("It hangs.", "", List.of(), Optional.empty(), List.of(), "x", true);

    private final Scripted session = new Scripted();
    private final StoppedMachine stopped = new StoppedMachine(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void itRunsAgainOnceTheWorkIsDone() throws Exception {
        String result = stopped.meanwhile("dev", () -> {
            assertInstanceOf(EngineStatus.Stopped.class, session.status());
            session.calls.add("work");
            return "moved";
        });
        assertEquals("moved", result);
        assertEquals(List.of("stop", "work", "start"), session.calls);
    }

    @Test
    void itRunsAgainAlsoIfTheWorkFails() {
        VmProblem no = new VmProblem.StillInUse("dev");
        VmException failure = assertThrows(
                VmException.class,
                () -> stopped.meanwhile("dev", () -> {
                    throw new VmException(no);
                }));
        assertEquals(no, failure.problem());
        assertEquals(List.of("stop", "start"), session.calls);
    }

    @Test
    void whatDoesNotStopIsLeftAloneAndStarted() {
        session.stuck = true;
        VmException failure = assertThrows(
                VmException.class,
                () -> stopped.meanwhile("dev", () -> {
                    throw new AssertionError();
                }));
        assertInstanceOf(VmProblem.StillInUse.class, failure.problem());
        assertEquals(List.of("stop", "start"), session.calls);
    }

    /// A session that still stops would ignore the start.
    @Test
    void cancelledWhileItStopsItStartsOnceItHasStopped() {
        session.cancelled = true;
        assertThrows(
                InterruptedException.class,
                () -> stopped.meanwhile("dev", () -> {
                    throw new AssertionError();
                }));
        assertEquals(List.of("stop", "stopped", "start"), session.calls);
    }

    /// A session that still connects would ignore the stop.
    @Test
    void askedForWhileItConnectsItStopsOnceItHasConnected() throws Exception {
        session.become(new EngineStatus.Connecting(Instant.EPOCH));
        assertEquals("done", stopped.meanwhile("dev", () -> "done"));
        assertEquals(List.of("stop", "start"), session.calls);
    }

    private static final class Scripted extends FakeSession {
        private boolean stuck;
        private boolean cancelled;
        private int listening;

        @Override
        public void stop() {
            if (status() instanceof EngineStatus.Connecting) {
                throw new AssertionError("it still connects");
            }
            super.stop();
            become(new EngineStatus.Stopping(Instant.EPOCH));
            if (cancelled) {
                Thread.currentThread().interrupt();
            } else if (!stuck) {
                become(new EngineStatus.Stopped(Instant.EPOCH));
            }
        }

        @Override
        public void start() {
            super.start();
            become(new EngineStatus.Starting(Instant.EPOCH, List.of()));
            become(new EngineStatus.Connected(Instant.EPOCH, "28.5.2", "1.51"));
        }

        @Override
        public Subscription onStatus(Consumer<EngineStatus> listener) {
            Subscription subscription = super.onStatus(listener);
            listening++;
            if (status() instanceof EngineStatus.Connecting) {
                become(new EngineStatus.Connected(Instant.EPOCH, "28.5.2", "1.51"));
                return subscription;
            }
            if (stuck && listening == 2) {
                become(new EngineStatus.Disconnected(Optional.empty(), STUCK, Optional.empty()));
            } else if (cancelled && listening == 3) {
                calls.add("stopped");
                become(new EngineStatus.Stopped(Instant.EPOCH));
            }
            return subscription;
        }
    }
}
