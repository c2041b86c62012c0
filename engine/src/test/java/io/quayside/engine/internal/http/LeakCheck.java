package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// After each test: no thread of the client and no process that the test started is left. Both may take a
/// moment to end.
final class LeakCheck implements BeforeTestExecutionCallback, AfterEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<Long> before = new HashSet<>();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        before.clear();
        ProcessHandle.current().children().forEach(p -> before.add(p.pid()));
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException, ExecutionException {
        for (Thread thread : ours()) {
            thread.join(PATIENCE);
        }
        for (ProcessHandle process : startedSince()) {
            try {
                process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("still there: " + process.info(), e);
            }
        }
        assertEquals(List.of(), ours().stream().map(Thread::getName).toList());
    }

    private List<ProcessHandle> startedSince() {
        return ProcessHandle.current()
                .children()
                .filter(p -> !before.contains(p.pid()))
                .toList();
    }

    private static List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("quayside-"))
                .toList();
    }
}
