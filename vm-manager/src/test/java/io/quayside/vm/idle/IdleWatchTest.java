package io.quayside.vm.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.vm.model.IdleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> calls = new ArrayList<>();
    private final Wakefulness wakefulness = new Wakefulness(Optional.of(new Machine()), now::get);
    private final Containers containers = new Containers();

    private final class Machine implements Sleeper {
        @Override
        public void pause() {
            calls.add("pause");
        }

        @Override
        public void resume() {
            calls.add("resume");
        }
    }

    private final class Containers implements IdleGuest {
        private boolean busy;

        @Override
        public boolean isBusy() {
            calls.add("asked");
            return busy;
        }

        @Override
        public void giveMemoryBack() {
            calls.add("gave");
        }
    }

    @Test
    void givesMemoryBackOnceAndThenSleeps() throws Exception {
        IdleWatch watch = new IdleWatch(wakefulness, containers, new IdleSettings(2, true));
        after(59, watch);
        after(1, watch);
        after(59, watch);
        after(1, watch);
        after(600, watch);
        assertEquals(List.of("asked", "gave", "asked", "pause"), calls);
    }

    @Test
    void nothingIsAskedWhileNothingIsWanted() throws Exception {
        after(100_000, new IdleWatch(wakefulness, containers, new IdleSettings(0, false)));
        assertEquals(List.of(), calls);
    }

    @Test
    void containersKeepItAwakeAndBeginTheTimeAnew() throws Exception {
        IdleWatch watch = new IdleWatch(wakefulness, containers, new IdleSettings(1, false));
        containers.busy = true;
        after(60, watch);
        containers.busy = false;
        after(59, watch);
        assertFalse(wakefulness.paused());
        after(1, watch);
        assertTrue(wakefulness.paused());
        assertEquals(List.of("asked", "asked", "pause"), calls);
    }

    @Test
    void memoryIsGivenBackAgainAfterTheNextUse() throws Exception {
        IdleWatch watch = new IdleWatch(wakefulness, containers, IdleSettings.USUAL);
        after(60, watch);
        wakefulness.need();
        after(1, watch);
        after(60, watch);
        assertEquals(List.of("asked", "gave", "asked", "gave"), calls);
    }

    @Test
    void settingsChangeAtOnce() throws Exception {
        IdleWatch watch = new IdleWatch(wakefulness, containers, new IdleSettings(0, false));
        after(600, watch);
        watch.change(new IdleSettings(10, false));
        after(0, watch);
        assertTrue(wakefulness.paused());
    }

    @Test
    void otherClientsAreSeenInTheTablesOfTheKernel() {
        String tables = "  sl  local_address rem_address   st\n   0: 0100007F:0948 00000000:0000 0A 0:0\n"
                + "   1: 0F02000A:0948 0202000A:C350 %s 0:0\n";
        assertTrue(EngineInGuest.connected(tables.formatted("01"), 2376));
        assertFalse(EngineInGuest.connected(tables.formatted("06"), 2376));
        assertFalse(EngineInGuest.connected(tables.formatted("01"), 2375));
    }

    private void after(int seconds, IdleWatch watch) throws Exception {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
        watch.look();
    }
}
