package io.quayside.vm.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WakefulnessTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] PING = bytes("GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n");
    private static final byte[] PONG = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");

    private final AtomicLong now = new AtomicLong();
    private final Recorded machine = new Recorded();
    private final Wakefulness wakefulness = new Wakefulness(Optional.of(machine), now::get);

    private static final class Recorded implements Sleeper {
        private final List<String> calls = new ArrayList<>();
        private boolean broken;

        @Override
        public void pause() {
            calls.add("pause");
        }

        @Override
        public void resume() throws VmException {
            if (broken) {
                throw new VmException(new VmProblem.HypervisorRefused("cont", "gone"));
            }
            calls.add("resume");
        }
    }

    @Test
    void sleepsOnlyWhenNobodyHasNeededItForSoLong() throws Exception {
        pass(Duration.ofSeconds(59));
        assertFalse(wakefulness.pause(MINUTE));
        pass(Duration.ofSeconds(1));
        assertTrue(wakefulness.pause(MINUTE));
        assertEquals(List.of("pause"), machine.calls);
    }

    @Test
    void openRequestKeepsItAwake() throws Exception {
        Wakefulness.Request pull = wakefulness.begin();
        pull.sent(bytes("POST /v1.43/images/create?fromImage=x HTTP/1.1\r\n\r\n"), 50);
        pass(Duration.ofHours(1));
        assertFalse(wakefulness.pause(MINUTE));
        pull.close();
        assertEquals(Duration.ZERO, wakefulness.quiet());
        pass(MINUTE);
        assertTrue(wakefulness.pause(MINUTE));
    }

    @Test
    void connectionThatIsKeptAfterItsAnswerDoesNot() throws Exception {
        Wakefulness.Request kept = wakefulness.begin();
        kept.sent(PING, PING.length);
        assertEquals(Duration.ZERO, wakefulness.quiet());
        kept.received(PONG);
        pass(MINUTE);
        assertTrue(wakefulness.pause(MINUTE));
        kept.sent(PING, PING.length);
        assertEquals(List.of("pause", "resume"), machine.calls);
        pass(MINUTE);
        assertFalse(wakefulness.pause(MINUTE));
    }

    @Test
    void waitingForEventsDoesNot() throws Exception {
        Wakefulness.Request events = wakefulness.begin();
        byte[] ask = bytes("GET /v1.43/events?filters=%7B%7D HTTP/1.1\r\nHost: d\r\n\r\n");
        events.sent(ask, ask.length);
        pass(MINUTE);
        events.received(bytes("HTTP/1.1 200 OK\r\n\r\n5\r\n{...}\r\n"));
        assertTrue(wakefulness.pause(MINUTE));
        events.close();
        assertTrue(wakefulness.paused());
    }

    @Test
    void whatComesAfterAnEndThatWasNoneCountsAgain() throws Exception {
        Wakefulness.Request build = wakefulness.begin();
        build.sent(bytes("POST /build HTTP/1.1\r\n\r\n"), 24);
        build.received(bytes("one\r\n0\r\n\r\n"));
        build.received(bytes("two"));
        pass(Duration.ofHours(1));
        assertFalse(wakefulness.pause(MINUTE));
    }

    @Test
    void firstRequestWakesItOnce() throws Exception {
        List<Boolean> heard = new ArrayList<>();
        wakefulness.listen(heard::add);
        wakefulness.pause(Duration.ZERO);
        wakefulness.begin().close();
        wakefulness.need();
        assertEquals(List.of("pause", "resume"), machine.calls);
        assertEquals(List.of(true, false), heard);
    }

    @Test
    void machineThatCannotBeWokenFailsTheRequestAndStaysAsleep() throws Exception {
        wakefulness.pause(Duration.ZERO);
        machine.broken = true;
        assertThrows(IOException.class, wakefulness::begin);
        assertTrue(wakefulness.paused());
        machine.broken = false;
        wakefulness.begin().close();
        assertFalse(wakefulness.paused());
    }

    @Test
    void machineWithoutThatAbilityNeverSleeps() throws Exception {
        Wakefulness never = new Wakefulness(Optional.empty(), now::get);
        assertFalse(never.pause(Duration.ZERO));
        assertFalse(never.canPause());
    }

    @Test
    void endsOfAnswersAreSeen() {
        assertTrue(ResponseEnd.isIn(bytes("0\r\n\r\n")));
        assertTrue(ResponseEnd.isIn(bytes("5\r\nhello\r\n0\r\n\r\n")));
        assertTrue(ResponseEnd.isIn(bytes("HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n")));
        assertTrue(ResponseEnd.isIn(bytes("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")));
        assertFalse(ResponseEnd.isIn(bytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOK")));
        assertFalse(ResponseEnd.isIn(bytes("HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\n")));
        assertFalse(ResponseEnd.isIn(bytes("5\r\nhello\r\n10\r\n\r\n")));
        assertFalse(ResponseEnd.isIn(bytes("")));
    }

    @Test
    void onlyEventsOnlyWait() {
        assertTrue(waits("GET /events HTTP/1.1\r\n"));
        assertTrue(waits("GET /v1.51/events?since=1 HTTP/1.1\r\n"));
        assertFalse(waits("GET /v1.51/containers/events/json HTTP/1.1\r\n"));
        assertFalse(waits("POST /events HTTP/1.1\r\n"));
        assertEquals(Optional.empty(), RequestLine.at(bytes("body GET /events HTTP/1.1\r\n"), 20));
    }

    private static boolean waits(String text) {
        return RequestLine.at(bytes(text), text.length()).orElseThrow().onlyWaits();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
