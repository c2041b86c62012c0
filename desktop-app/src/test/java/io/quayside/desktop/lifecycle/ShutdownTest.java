package io.quayside.desktop.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShutdownTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Shutdown shutdown = new Shutdown();

    private void begin() throws InterruptedException {
        shutdown.begin(() -> {
            done.add("last");
            ended.countDown();
        });
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    @Test
    void stepsRunInTheirOrder() throws InterruptedException {
        for (String name : List.of("tasks", "streams", "settings")) {
            shutdown.step(name, PATIENCE, () -> done.add(name));
        }
        begin();
        assertEquals(List.of("tasks", "streams", "settings", "last"), done);
    }

    @Test
    void aStepThatFailsDoesNotKeepTheOthers() throws InterruptedException {
        shutdown.step("a", PATIENCE, () -> {
                    throw new IOException("disk");
                })
                .step("b", PATIENCE, () -> {
                    throw new StackOverflowError("deep");
                })
                .step("c", PATIENCE, () -> done.add("c"));
        begin();
        assertEquals(List.of("c", "last"), done);
    }

    @Test
    void aStepThatHangsIsLeftAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        shutdown.step("hang", Duration.ofMillis(20), () -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                })
                .step("next", PATIENCE, () -> done.add("next"));
        begin();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("next", "last"), done);
    }

    @Test
    void onlyTheFirstCallCounts() throws InterruptedException {
        shutdown.step("a", PATIENCE, () -> done.add("a"));
        begin();
        shutdown.begin(() -> done.add("again"));
        assertEquals(List.of("a", "last"), done);
    }
}
