package io.quayside.desktop.state.stats;

import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the figures of one container on a virtual thread until it is closed or the container is gone.
final class StatsStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatsStream.class);
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_DUE = 5;

    private final Engine engine;
    private final String id;
    private final Consumer<ContainerStats> reader;
    private final Runnable ended;
    private final StatsPace pace;
    private @Nullable EngineStream<ContainerStats> stream; // guarded by this
    private volatile boolean closed;

    StatsStream(Engine engine, String id, StatsPace pace, Consumer<ContainerStats> reader, Runnable ended) {
        this.engine = engine;
        this.id = id;
        this.pace = pace;
        this.reader = reader;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().name("stats-" + id).start(this::read);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (stream != null) {
                stream.close();
            }
        }
        pace.leave(this);
    }

    boolean isClosed() {
        return closed;
    }

    private void read() {
        try (EngineStream<ContainerStats> opened = engine.containers().stats(id)) {
            if (!keep(opened)) {
                return;
            }
            readAll(opened);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancelledException e) {
            LOG.debug("Figures of {} are not needed any more", id);
        } catch (EngineException e) {
            LOG.debug("No more figures of {}", id, e);
        } finally {
            pace.leave(this);
            ended.run();
        }
    }

    private void readAll(EngineStream<ContainerStats> opened) throws EngineException, InterruptedException {
        long last = System.nanoTime() - SECOND;
        while (true) {
            boolean leads = pace.await(this);
            // One that was held up has several to read, or would show old figures from then on; one that read
            // outside of a round has none yet.
            long due = Math.round((System.nanoTime() - last) / (double) SECOND);
            due = Math.clamp(due, leads ? 1 : 0, MOST_DUE);
            for (long i = 0; i < due; i++) {
                Optional<ContainerStats> next = opened.next();
                if (next.isEmpty()) {
                    return;
                }
                reader.accept(next.get());
                last = System.nanoTime();
            }
            pace.arrived(this);
        }
    }

    private synchronized boolean keep(EngineStream<ContainerStats> opened) {
        if (!closed) {
            stream = opened;
        }
        return !closed;
    }
}
