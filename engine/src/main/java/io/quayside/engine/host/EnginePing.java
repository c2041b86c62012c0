package io.quayside.engine.host;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks whether an engine answers, under a deadline that holds whatever hangs.
@FunctionalInterface
interface EnginePing {
    /// What came of it.
    sealed interface Answer {
        /// The engine answered.
        record Alive() implements Answer {}

        /// Nothing is there: no socket, or nobody listens.
        record Absent(String why) implements Answer {}

        /// Something is there and doesn't answer as an engine does.
        record Wrong(String why) implements Answer {}
    }

    Answer ask(EngineEndpoint endpoint, Duration limit) throws InterruptedException;

    static EnginePing overApi() {
        return (endpoint, limit) -> {
            FutureTask<Answer> call = new FutureTask<>(asking(endpoint));
            Thread.ofVirtual().name("quayside-ping").start(call);
            try {
                return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return new Answer.Wrong("It didn't answer within " + limit.toSeconds() + " seconds.");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                call.cancel(true);
            }
        };
    }

    private static Callable<Answer> asking(EngineEndpoint endpoint) {
        return () -> {
            try (Engine engine = EngineFactory.open(endpoint)) {
                engine.system().ping();
                return new Answer.Alive();
            } catch (UnreachableException e) {
                return switch (e.reason()) {
                    case SOCKET_MISSING, REFUSED, NAME_NOT_FOUND -> new Answer.Absent(String.valueOf(e.getMessage()));
                    case PERMISSION_DENIED, TIMED_OUT, TLS, SSH, OTHER ->
                        new Answer.Wrong(String.valueOf(e.getMessage()));
                };
            } catch (EngineException e) {
                return new Answer.Wrong(String.valueOf(e.getMessage()));
            }
        };
    }
}
