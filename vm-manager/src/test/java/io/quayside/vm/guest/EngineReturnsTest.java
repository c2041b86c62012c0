package io.quayside.vm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineReturnsTest {
    private final EngineReturns returns = new EngineReturns();

    @Test
    void waitsLongerEachTimeUntilItHasAnswered() throws Exception {
        assertTrue(seconds() >= 1);
        assertTrue(seconds() >= 2);
        returns.answered();
        returns.tell();
        assertEquals(true, returns.await());
        assertTrue(seconds() >= 2); // not the time that was told
    }

    private long seconds() throws InterruptedException {
        long began = System.nanoTime();
        assertEquals(true, returns.await());
        return Math.round((System.nanoTime() - began) / 1e9);
    }

    @Test
    void closingEndsTheWait() throws Exception {
        FutureTask<Boolean> waiting = new FutureTask<>(returns::await);
        Thread.ofVirtual().name("test").start(waiting);
        returns.close();
        assertEquals(false, waiting.get());
        assertEquals(false, returns.await());
    }
}
