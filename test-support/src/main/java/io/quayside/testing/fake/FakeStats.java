package io.quayside.testing.fake;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The stats streams of the fake daemon: one sample at once, then one per tick of the test.
final class FakeStats {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MEMORY_LIMIT = 2_147_483_648L;

    private final Set<LinkedBlockingQueue<Long>> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong seconds = new AtomicLong(1);

    int clients() {
        return clients.size();
    }

    void tick() {
        long now = seconds.incrementAndGet();
        clients.forEach(client -> client.add(now));
    }

    void serve(FakeExchange exchange, FakeContainer container) throws IOException, InterruptedException {
        if (exchange.request().query().getOrDefault("stream", "1").matches("0|false")) {
            exchange.respond(200, "application/json", sample(container, seconds.get()));
            return;
        }
        LinkedBlockingQueue<Long> queue = new LinkedBlockingQueue<>();
        exchange.startStream("application/json");
        clients.add(queue);
        exchange.interruptOnHangUp();
        try {
            exchange.send(sample(container, seconds.get()));
            while (true) {
                exchange.send(sample(container, queue.take()));
            }
        } finally {
            clients.remove(queue);
        }
    }

    /// A container uses a tenth of one of two processors, and 64 MiB.
    private static String sample(FakeContainer container, long second) {
        long used = second * NANOS_PER_SECOND / 10;
        long system = second * NANOS_PER_SECOND * 2;
        String time = "2025-10-09T08:%02d:%02dZ".formatted(second / 60 % 60, second % 60);
        return """
                {"read":"%s","preread":"0001-01-01T00:00:00Z","name":%s,"id":"%s","num_procs":0,\
                "pids_stats":{"current":3},"blkio_stats":{"io_service_bytes_recursive":[]},\
                "cpu_stats":{"cpu_usage":{"total_usage":%d,"usage_in_kernelmode":0,"usage_in_usermode":%d},\
                "system_cpu_usage":%d,"online_cpus":2},\
                "precpu_stats":{"cpu_usage":{"total_usage":%d,"usage_in_kernelmode":0,"usage_in_usermode":0},\
                "system_cpu_usage":%d,"online_cpus":2},\
                "memory_stats":{"usage":%d,"stats":{"total_inactive_file":0},"limit":%d},\
                "networks":{"eth0":{"rx_bytes":%d,"tx_bytes":%d}}}
                """.formatted(
                        time,
                        FakeJson.quote("/" + container.name()),
                        container.id(),
                        used,
                        used,
                        system,
                        used - NANOS_PER_SECOND / 10,
                        system - 2 * NANOS_PER_SECOND,
                        64L << 20,
                        MEMORY_LIMIT,
                        second * 1000,
                        second * 500);
    }
}
