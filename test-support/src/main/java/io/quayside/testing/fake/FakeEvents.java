package io.quayside.testing.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The event streams of the fake daemon. Each client has a queue, so that a slow one loses nothing.
final class FakeEvents {
    private final List<BlockingQueue<String>> clients = new CopyOnWriteArrayList<>();
    private final AtomicLong clock = new AtomicLong(1_760_000_000_000_000_000L);

    int clients() {
        return clients.size();
    }

    /// Serves one client until its connection breaks.
    void serve(FakeExchange exchange) throws IOException, InterruptedException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        exchange.startStream("application/json");
        clients.add(queue);
        exchange.interruptOnHangUp();
        try {
            while (true) {
                List<String> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch);
                exchange.send(String.join("", batch));
            }
        } finally {
            clients.remove(queue);
        }
    }

    void emit(String type, String action, String id, Map<String, String> attributes) {
        long nanos = clock.addAndGet(1_000_000);
        String attributesJson = FakeJson.object(new TreeMap<>(attributes));
        String legacy =
                type.equals("container") ? "\"status\":%s,\"id\":\"%s\",".formatted(FakeJson.quote(action), id) : "";
        emitRaw("""
                {%s"Type":"%s","Action":%s,"Actor":{"ID":%s,"Attributes":%s},"scope":"local","time":%d,"timeNano":%d}
                """.formatted(
                        legacy,
                        type,
                        FakeJson.quote(action),
                        FakeJson.quote(id),
                        attributesJson,
                        nanos / 1_000_000_000,
                        nanos));
    }

    void emitRaw(String line) {
        clients.forEach(client -> client.add(line));
    }
}
