package io.quayside.benchmarks.client;

import io.quayside.benchmarks.peer.ClientLoop;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The work of the docker-java client, done with Quayside's.
///
/// Arguments: work (`list`, `inspect`, `logs`, `logs-in-place`, `stats`), address, container (for `stats` several, with
/// commas between).
public final class QuaysideClient {
    private static final int INSPECTS = 100;

    private QuaysideClient() {}

    public static void main(String[] args) throws Exception {
        try (Engine engine = EngineFactory.connect(EngineEndpoint.parse(args[1]))) {
            ClientLoop.serve(work(engine, args[0], args[2]));
        }
        System.exit(0);
    }

    private static ClientLoop.Work work(Engine engine, String name, String container) {
        return switch (name) {
            case "list" ->
                () -> engine.containers().list(ContainerFilter.everything()).size();
            case "inspect" -> () -> inspect(engine, container);
            case "logs" -> () -> logs(engine, container);
            case "logs-in-place" -> () -> logsInPlace(engine, container);
            case "stats" -> () -> stats(engine, container);
            default -> throw new IllegalArgumentException("No work is called " + name);
        };
    }

    private static long inspect(Engine engine, String container) throws EngineException {
        long ids = 0;
        for (int i = 0; i < INSPECTS; i++) {
            ids += engine.containers().inspect(container).id().length();
        }
        return ids;
    }

    private static long logs(Engine engine, String container) throws EngineException {
        long bytes = 0;
        try (LogStream stream = engine.containers().logs(container, LogQuery.everything())) {
            for (Optional<LogFrame> frame = stream.next(); frame.isPresent(); frame = stream.next()) {
                bytes += frame.get().bytes().length;
            }
        }
        return bytes;
    }

    private static long logsInPlace(Engine engine, String container) throws EngineException {
        long[] bytes = new long[1];
        try (LogStream stream = engine.containers().logs(container, LogQuery.everything())) {
            boolean more = true;
            while (more) {
                more = stream.read((type, buffer, offset, length) -> bytes[0] += length);
            }
        }
        return bytes[0];
    }

    /// All containers at once, each on a virtual thread.
    private static long stats(Engine engine, String containers) throws InterruptedException, ExecutionException {
        List<FutureTask<Long>> readers = new ArrayList<>();
        for (String container : containers.split(",")) {
            FutureTask<Long> reader = new FutureTask<>(() -> samples(engine, container));
            readers.add(reader);
            Thread.ofVirtual().name("stats-" + container).start(reader);
        }
        long samples = 0;
        for (FutureTask<Long> reader : readers) {
            samples += reader.get();
        }
        return samples;
    }

    private static long samples(Engine engine, String container) throws EngineException {
        long samples = 0;
        try (EngineStream<ContainerStats> stream = engine.containers().stats(container)) {
            while (samples < ClientLoop.SAMPLES && stream.next().isPresent()) {
                samples++;
            }
        }
        return samples;
    }
}
