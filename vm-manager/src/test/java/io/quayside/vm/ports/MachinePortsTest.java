package io.quayside.vm.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MachinePortsTest {
    private final MachinePorts ports = new MachinePorts(PortSettings.USUAL);

    @Test
    void whoeverListensHearsOfTheLastChangeLast() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        AtomicBoolean held = new AtomicBoolean();
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        ports.listen(now -> {
            if (!held.getAndSet(true)) {
                first.countDown();
                await(second);
            }
        });
        ports.listen(now -> heard.add(now.size()));
        Thread slow = Thread.ofVirtual().name("test").start(() -> ports.change(rules(1)));
        first.await();
        ports.change(rules(2));
        second.countDown();
        slow.join();
        assertEquals(List.of(1, 2), heard);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static PortSettings rules(int count) {
        PortRule rule = new PortRule(Forward.Protocol.TCP, "127.0.0.1", 8080, "", 80);
        return PortSettings.USUAL.withRules(Collections.nCopies(count, rule));
    }

    @Test
    void afterAListenerThatFailedTheNextChangeIsTold() {
        List<Integer> heard = new ArrayList<>();
        Runnable away = ports.listen(now -> {
            throw new IllegalStateException("broken");
        });
        try {
            ports.change(rules(1));
        } catch (IllegalStateException e) {
            heard.add(-1);
        }
        away.run();
        ports.listen(now -> heard.add(now.size()));
        ports.change(rules(2));
        assertEquals(List.of(-1, 2), heard);
    }
}
