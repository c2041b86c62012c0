package io.quayside.vm.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.AnsweringGuest;
import io.quayside.vm.guest.Guest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A connection that stays silent or breaks isn't the last one.
@Timeout(60)
class GuestConnectionTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Queue<ByteChannel> connections = new ArrayDeque<>();
    private final FakeVmDriver.FakeVm vm = new FakeVmDriver.FakeVm(connections::remove);

    private Guest open(Duration limit) throws Exception {
        return GuestConnection.open(vm, (name, data) -> {}, limit, MOMENT);
    }

    @Test
    void silentConnectionIsLeftForAnother() throws Exception {
        connections.add(new SilentPort());
        connections.add(new SilentPort());
        connections.add(new AnsweringGuest(Map.of(), List.of()).port());
        try (Guest guest = open(LONG)) {
            assertEquals(1, guest.ping());
        }
    }

    @Test
    void connectionThatEndsBeforeTheAnswerIsMadeAgain() throws Exception {
        SilentPort ended = new SilentPort();
        ended.hangUp();
        connections.add(ended);
        connections.add(new AnsweringGuest(Map.of(), List.of()).port());
        try (Guest guest = open(LONG)) {
            assertEquals(1, guest.ping());
        }
    }

    @Test
    void manyConnectionsThatEndAtOnceLeaveTheNextAsPatientAsTheFirst() throws Exception {
        for (int i = 0; i < 70; i++) {
            SilentPort ended = new SilentPort();
            ended.hangUp();
            connections.add(ended);
        }
        connections.add(new SilentPort());
        connections.add(new AnsweringGuest(Map.of(), List.of()).port());
        try (Guest guest = open(LONG)) {
            assertEquals(1, guest.ping());
        }
    }

    @Test
    void endOfTheMachineEndsTheWait() throws Exception {
        connections.add(new SilentPort());
        vm.kill();
        VmException lost = assertThrows(VmException.class, () -> open(LONG));
        assertInstanceOf(VmProblem.ConnectionLost.class, lost.problem());
        assertEquals(0, connections.size());
    }

    @Test
    void guestThatNeverAnswersIsGivenUp() throws Exception {
        for (int i = 0; i < 20; i++) {
            connections.add(new SilentPort());
        }
        VmException lost = assertThrows(VmException.class, () -> open(MOMENT.multipliedBy(5)));
        assertInstanceOf(VmProblem.ConnectionLost.class, lost.problem());
    }

    /// Takes what the host sends and never answers.
    private static final class SilentPort implements ByteChannel {
        private final Pipe toHost;

        SilentPort() throws IOException {
            toHost = Pipe.open();
        }

        void hangUp() throws IOException {
            toHost.sink().close();
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            return toHost.source().read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) {
            int count = buffer.remaining();
            buffer.position(buffer.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return toHost.source().isOpen();
        }

        @Override
        public void close() throws IOException {
            toHost.source().close();
            toHost.sink().close();
        }
    }
}
