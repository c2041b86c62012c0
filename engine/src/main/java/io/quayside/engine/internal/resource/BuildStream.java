package io.quayside.engine.internal.resource;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.internal.codec.ProgressLine;
import io.quayside.engine.stream.EngineStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a build tells, of the lines of the engine's own builder: one line may mean several things, and the end of the
/// lines, good or bad, ends the last step. One thread reads, any thread closes.
final class BuildStream implements EngineStream<BuildEvent> {
    private final EngineStream<ProgressLine> lines;
    private final BuildLines meaning;
    private final Deque<BuildEvent> waiting = new ArrayDeque<>();
    private @Nullable RefusedException failure;
    private boolean ended;
    private volatile boolean closed;

    BuildStream(EngineStream<ProgressLine> lines, BuildLines meaning) {
        this.lines = lines;
        this.meaning = meaning;
    }

    @Override
    public Optional<BuildEvent> next() throws EngineException {
        while (!closed) {
            BuildEvent event = waiting.poll();
            if (event != null) {
                return Optional.of(event);
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                break;
            }
            read();
        }
        return Optional.empty();
    }

    private void read() throws EngineException {
        try {
            Optional<ProgressLine> line = lines.next();
            ended = line.isEmpty();
            waiting.addAll(line.map(meaning::events).orElseGet(() -> meaning.end(Optional.empty())));
        } catch (RefusedException e) {
            failure = e;
            waiting.addAll(meaning.end(e.engineMessage()));
        }
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
    }
}
