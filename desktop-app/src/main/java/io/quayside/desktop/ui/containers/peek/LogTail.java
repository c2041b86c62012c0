package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.stream.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows the output of some containers, from their last lines on. Lines reach the FX thread in batches, at most one
/// every 100 ms; what comes faster than that and wouldn't fit is left out, oldest first.
///
/// One virtual thread per container reads; the batch is guarded by its own monitor.
final class LogTail implements Subscription {
    /// Whose output.
    record Source(String id, String name) {}

    private static final java.time.Duration BATCH = java.time.Duration.ofMillis(100);
    private static final int LAST_LINES = 200;

    private final FxThread fx;
    private final int most;
    private final Consumer<List<LogLine>> sink;
    private final List<LogLine> batch = new ArrayList<>(); // guarded by itself
    private final List<LogStream> streams = new ArrayList<>(); // guarded by itself
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    /// @param most how many lines the view keeps
    LogTail(FxThread fx, int most, Consumer<List<LogLine>> sink) {
        this.fx = fx;
        this.most = most;
        this.sink = sink;
    }

    void follow(Engine engine, Source source) {
        Thread.ofVirtual().name("peek-logs-" + source.name()).start(() -> read(engine, source));
    }

    @Override
    public void close() {
        closed = true;
        synchronized (streams) {
            streams.forEach(LogStream::close);
        }
    }

    private void read(Engine engine, Source source) {
        LineSplitter splitter = new LineSplitter(source.name(), this::add);
        LogQuery query = LogQuery.following().withTail(LAST_LINES).withTimestamps();
        try (LogStream stream = engine.containers().logs(source.id(), query)) {
            if (!keep(stream)) {
                return;
            }
            while (stream.read(splitter::take)) {
                if (closed) {
                    return;
                }
            }
            splitter.end();
        } catch (CancelledException e) {
            splitter.end();
        } catch (EngineException e) {
            @Nullable String words = e.engineMessage().orElse(e.getMessage());
            add(new LogLine("", source.name(), "No more output: " + words, LogLine.Level.NOTE, ""));
        }
    }

    private boolean keep(LogStream stream) {
        synchronized (streams) {
            if (!closed) {
                streams.add(stream);
            }
            return !closed;
        }
    }

    private void add(LogLine line) {
        synchronized (batch) {
            batch.add(line);
            if (batch.size() > 2 * most) {
                batch.subList(0, batch.size() - most).clear();
            }
        }
        if (asked.compareAndSet(false, true)) {
            fx.after(BATCH, this::deliver);
        }
    }

    private void deliver() {
        asked.set(false);
        List<LogLine> lines;
        synchronized (batch) {
            lines = List.copyOf(batch);
            batch.clear();
        }
        if (!closed) {
            sink.accept(lines.size() > most ? lines.subList(lines.size() - most, lines.size()) : lines);
        }
    }
}
