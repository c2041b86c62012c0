package io.quayside.engine.contract;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.ExecSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Fifty streams of one client, each read by a virtual thread of its own, as the window has them open: logs, figures,
/// events, commands and waits.
final class OpenStreams {
    static final int COUNT = 50;

    private static final int LOGS = 15;
    private static final int STATS = 15;
    private static final int EVENTS = 5;
    private static final int COMMANDS = 10;
    private static final int WAITS = 5;

    private static final long PAUSE_MILLIS = 100;

    /// Far more than an engine takes to end; a thread that is still there then hangs.
    private static final long PATIENCE_SECONDS = 60;

    /// How a stream ended.
    ///
    /// @param failure absent for an end in good order
    record Ended(String stream, Optional<EngineException> failure) {}

    private final Engine engine;
    private final CountDownLatch flowing = new CountDownLatch(COUNT);
    private final List<FutureTask<Ended>> readers = new ArrayList<>();

    private OpenStreams(Engine engine) {
        this.engine = engine;
    }

    /// Opens all of them, and returns when something has come from each.
    static OpenStreams open(Engine engine, List<String> containers) throws EngineException, InterruptedException {
        OpenStreams streams = new OpenStreams(engine);
        streams.start("events", EVENTS, containers, _ -> engine.system().events(EventFilter.everything()));
        streams.start("logs", LOGS, containers, c -> engine.containers().logs(c, LogQuery.following()));
        streams.start("stats", STATS, containers, c -> engine.containers().stats(c));
        for (int i = 0; i < COMMANDS; i++) {
            String container = containers.get(i % containers.size());
            streams.begin("command " + i, () -> streams.command(container));
        }
        for (int i = 0; i < WAITS; i++) {
            String container = containers.get(i % containers.size());
            streams.begin("wait " + i, () -> streams.waitFor(container));
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!streams.flowing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(streams.flowing.getCount() + " have nothing; ended: " + streams.over());
            }
            // An event for streams of events that were opened after all others.
            engine.execs().create(containers.getFirst(), ExecSpec.of("true"));
        }
        return streams;
    }

    /// How each of them ended, once all have.
    List<Ended> awaitEnds() throws Exception {
        List<Ended> ends = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (FutureTask<Ended> reader : readers) {
            ends.add(reader.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
        return ends;
    }

    List<Ended> over() {
        return readers.stream()
                .filter(reader -> reader.state() == Future.State.SUCCESS)
                .map(FutureTask::resultNow)
                .toList();
    }

    /// Opens a stream of a container.
    @FunctionalInterface
    private interface Opening {
        EngineStream<?> open(String container) throws EngineException;
    }

    private void start(String name, int count, List<String> containers, Opening opening) {
        for (int i = 0; i < count; i++) {
            String container = containers.get(i % containers.size());
            begin(name + " " + i, () -> {
                try (EngineStream<?> stream = opening.open(container)) {
                    return readToEnd(stream);
                }
            });
        }
    }

    private void begin(String name, Callable<Optional<EngineException>> reading) {
        FutureTask<Ended> reader = new FutureTask<>(() -> {
            try {
                return new Ended(name, reading.call());
            } catch (EngineException e) {
                return new Ended(name, Optional.of(e));
            }
        });
        readers.add(reader);
        Thread.ofVirtual().name("restart-" + name).start(reader);
    }

    private Optional<EngineException> command(String container) throws EngineException {
        ExecSpec spec = ExecSpec.of("sh", "-c", "echo up; exec sleep 1000").withInput();
        try (ExecSession session = engine.execs().run(container, spec)) {
            return readToEnd(session.output());
        }
    }

    /// A wait gives nothing before its end, so it counts as flowing from the start.
    private Optional<EngineException> waitFor(String container) throws EngineException {
        flowing.countDown();
        engine.containers().waitFor(container, WaitCondition.NOT_RUNNING);
        return Optional.empty();
    }

    private Optional<EngineException> readToEnd(EngineStream<?> stream) throws EngineException {
        boolean first = true;
        while (stream.next().isPresent()) {
            if (first) {
                first = false;
                flowing.countDown();
            }
        }
        return Optional.empty();
    }
}
