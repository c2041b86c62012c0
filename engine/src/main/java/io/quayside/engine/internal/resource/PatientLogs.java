package io.quayside.engine.internal.resource;

import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.stream.FrameSink;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Followed logs of an engine that doesn't answer before there is output, as Podman doesn't. The call is made on a
/// virtual thread of its own, so that closing can end it at any time by an interrupt; reading waits for it.
final class PatientLogs implements LogStream {
    private static final Duration EAGER = Duration.ofSeconds(1);

    private final FutureTask<LogStream> opening;
    private final Thread opener;
    private volatile boolean closed;

    private PatientLogs(String id, Callable<LogStream> call) {
        this.opening = new FutureTask<>(call) {
            @Override
            protected void done() {
                // Whichever of this and close() comes second finds what the other one did.
                if (closed) {
                    closeOpened();
                }
            }
        };
        this.opener = Thread.ofVirtual().name("engine-logs-" + id).unstarted(opening);
    }

    /// Opens logs and waits a moment for the answer, so that a refusal is thrown here and not by the first read.
    static LogStream open(String id, Callable<LogStream> call) throws EngineException {
        PatientLogs logs = new PatientLogs(id, call);
        logs.opener.start();
        try {
            return logs.opening.get(EAGER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return logs;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            logs.close();
            throw interrupted(e);
        }
    }

    /// What has been opened; empty once closed.
    private Optional<LogStream> opened() throws EngineException {
        try {
            return Optional.of(opening.get());
        } catch (ExecutionException e) {
            if (closed) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static EngineException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException(null, e);
    }

    private static EngineException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case EngineException failure -> failure;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    @Override
    public Optional<LogFrame> next() throws EngineException {
        Optional<LogStream> logs = opened();
        return logs.isPresent() ? logs.get().next() : Optional.empty();
    }

    @Override
    public boolean read(FrameSink sink) throws EngineException {
        Optional<LogStream> logs = opened();
        return logs.isPresent() && logs.get().read(sink);
    }

    @Override
    public void close() {
        closed = true;
        opener.interrupt();
        if (opening.isDone()) {
            closeOpened();
        }
    }

    private void closeOpened() {
        if (opening.state() == Future.State.SUCCESS) {
            opening.resultNow().close();
        }
    }
}
