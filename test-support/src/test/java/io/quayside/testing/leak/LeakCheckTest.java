package io.quayside.testing.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    private final LeakCheck check =
            LeakCheck.ofThreads("leak-test-").andTempFiles("leak-test-").andProcesses("sleep");

    @Test
    void virtualThreadsAreSeen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        check.remember();
        Thread thread = Thread.ofVirtual().name("leak-test-virtual").start(() -> awaitQuietly(end));

        AssertionError error = assertThrows(AssertionError.class, () -> check.verify());
        end.countDown();
        thread.join();

        assertEquals("left behind: thread #" + thread.threadId() + " leak-test-virtual", error.getMessage());
        check.verify();
    }

    @Test
    void filesAndProcessesAreSeen() throws Exception {
        check.remember();
        Path file = Files.createTempFile("leak-test-", "");
        Process process = new ProcessBuilder("sleep", "1000").start();

        AssertionError error = assertThrows(AssertionError.class, () -> check.verify());
        process.destroyForcibly().waitFor();
        Files.delete(file);

        assertEquals("left behind: file " + file + ", process " + process.pid() + " sleep", error.getMessage());
        check.verify();
    }

    @Test
    void whatWasThereBeforeIsNoLeak() throws Exception {
        Path file = Files.createTempFile("leak-test-", "");
        try {
            check.remember();

            check.verify();
            assertTrue(Files.exists(file));
        } finally {
            Files.delete(file);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
