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

    private final Engine engine;
    private final String id;
    private final Consumer<ContainerStats> reader;
    private final Runnable ended;
    private @Nullable EngineStream<ContainerStats> stream; // guarded by this
    private boolean closed; // guarded by this

    StatsStream(Engine engine, String id, Consumer<ContainerStats> reader, Runnable ended) {
        this.engine = engine;
        this.id = id;
        this.reader = reader;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().name("stats-" + id).start(this::read);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (stream != null) {
            stream.close();
        }
    }

    private void read() {
        try (EngineStream<ContainerStats> opened = engine.containers().stats(id)) {
            if (!keep(opened)) {
                return;
            }
            for (Optional<ContainerStats> next = opened.next(); next.isPresent(); next = opened.next()) {
                reader.accept(next.get());
            }
        } catch (CancelledException e) {
            LOG.debug("Figures of {} are not needed any more", id);
        } catch (EngineException e) {
            LOG.debug("No more figures of {}", id, e);
        } finally {
            ended.run();
        }
    }

    private synchronized boolean keep(EngineStream<ContainerStats> opened) {
        if (!closed) {
            stream = opened;
        }
        return !closed;
    }
}
