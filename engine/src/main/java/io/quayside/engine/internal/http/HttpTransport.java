package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.internal.http.ConnectionPool.StaleConnectionException;
import io.quayside.engine.internal.tls.TlsMaterialException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The transport over HTTP/1.1, whatever the endpoint. A call runs on its caller's thread; the only other
/// thread is the one that closes connections idle for long.
///
/// It has an HTTP client of its own because engines send each line of a log as a chunk: a general one spends
/// more on each chunk than the rest of the way costs, and hides the connection that attaching and exec need.
public final class HttpTransport implements EngineTransport {

    private static final Duration IDLE_CONNECTIONS = Duration.ofMinutes(5);

    /// An idle connection through ssh is a process here and one there.
    private static final Duration IDLE_PROCESSES = Duration.ofMinutes(1);

    private final EngineEndpoint endpoint;
    private final TransportSettings settings;
    private final CallFailures failures;
    private final VersionChoice versions;
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final Object opening = new Object();
    private final ConnectionPool pool;
    private volatile @Nullable Connector connector;
    private volatile boolean closed;

    /// Nothing is connected, opened or read yet.
    public HttpTransport(EngineEndpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.pool = new ConnectionPool(endpoint instanceof EngineEndpoint.Ssh ? IDLE_PROCESSES : IDLE_CONNECTIONS);
        this.failures = new CallFailures(endpoint.display(), settings.silence());
        this.versions = new VersionChoice(this, settings.oldest(), settings.newest());
    }

    @Override
    public EngineResponse execute(EngineRequest request) throws EngineException {
        HttpExchange exchange = send(request);
        int status = exchange.status();
        if ((status < 200 || status > 299) && status != 304) {
            throw refusal(exchange);
        }
        if (ErrorAnswers.isWebPage(exchange)) {
            throw webPage(exchange);
        }
        return exchange;
    }

    @Override
    public UpgradedConnection upgrade(EngineRequest request) throws EngineException {
        EngineRequest asking =
                request.header("Connection", "Upgrade").header("Upgrade", "tcp").unbounded();
        HttpExchange exchange = send(asking);
        if (exchange.status() != 101 && exchange.status() != 200) {
            throw refusal(exchange);
        }
        if (ErrorAnswers.isWebPage(exchange)) {
            throw webPage(exchange);
        }
        if (exchange.status() == 200 && !exchange.openEnded()) {
            exchange.close();
            throw new EngineProtocolException(
                    exchange.requestLine(), "The engine answered without handing its connection over", "", null);
        }
        return new HijackedConnection(exchange);
    }

    private static EngineException refusal(HttpExchange exchange) {
        try (exchange) {
            return ErrorAnswers.of(exchange);
        }
    }

    private static EngineException webPage(HttpExchange exchange) {
        try (exchange) {
            return ErrorAnswers.webPage(exchange, exchange.body().readNBytes(512));
        } catch (IOException e) {
            return exchange.failure(e);
        }
    }

    @Override
    public ApiVersion apiVersion() throws EngineException {
        return versions.get().version();
    }

    private HttpExchange send(EngineRequest request) throws EngineException {
        Connector connecting = connector(request);
        boolean again = true;
        while (true) {
            VersionChoice.@Nullable Chosen chosen = request.versioned() ? versions.get() : null;
            RequestWriter writer =
                    RequestWriter.of(request, chosen == null ? null : chosen.version(), connecting.hostHeader());
            HttpExchange exchange = begin(request);
            boolean sent = false;
            try {
                exchange.send(writer, connecting, (int) settings.silence().toMillis(), again);
                sent = true;
                return exchange;
            } catch (IOException e) {
                EngineException failure = exchange.failure(e);
                boolean cancelled = failure instanceof CancelledException;
                if (chosen != null && !cancelled) {
                    versions.forget(chosen);
                }
                if (!again || cancelled || !wasStale(exchange, request, e)) {
                    throw failure;
                }
            } finally {
                if (!sent) {
                    exchange.close();
                }
            }
            again = false;
            pool.clear();
        }
    }

    /// Whether the engine had closed the idle connection, and sending the request on a new one can't do
    /// anything twice.
    private static boolean wasStale(HttpExchange exchange, EngineRequest request, IOException e) {
        return e instanceof StaleConnectionException
                || (exchange.failedOnUsedConnection()
                        && request.repeatable()
                        && !(e instanceof SocketTimeoutException));
    }

    private HttpExchange begin(EngineRequest request) throws CancelledException {
        HttpExchange exchange = new HttpExchange(request, failures, pool, open::remove);
        open.add(exchange);
        if (closed) {
            exchange.close();
            throw new CancelledException(request.line(), null);
        }
        return exchange;
    }

    /// Certificates are read with the first request, and again with the next one when they couldn't be.
    private Connector connector(EngineRequest request) throws UnreachableException {
        Connector known = connector;
        if (known != null) {
            return known;
        }
        synchronized (opening) {
            known = connector;
            if (known == null) {
                try {
                    known = Connector.to(endpoint, settings);
                } catch (TlsMaterialException e) {
                    throw new UnreachableException(
                            request.line(),
                            UnreachableException.Reason.TLS,
                            endpoint.display(),
                            String.valueOf(e.getMessage()),
                            e);
                }
                connector = known;
            }
            return known;
        }
    }

    /// The calls that aren't over: none, once every response and connection was closed.
    int openCalls() {
        return open.size();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(HttpExchange::close);
        pool.close();
    }
}
