package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.internal.http.StaleConnectionCheck.StaleConnectionException;
import io.quayside.engine.internal.tls.TlsMaterialException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okio.Okio;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/// The transport over HTTP/1.1, whatever the endpoint. It has no threads of its own: a call runs on its
/// caller's thread. (The HTTP client keeps a daemon that closes connections idle for long.)
public final class HttpTransport implements EngineTransport {

    private final EngineEndpoint endpoint;
    private final TransportSettings settings;
    private final CallFailures failures;
    private final VersionChoice versions;
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final Object opening = new Object();
    private volatile @Nullable HttpClients clients;
    private volatile boolean closed;

    /// Nothing is connected, opened or read yet.
    public HttpTransport(EngineEndpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
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
        Socket socket = exchange.response().socket();
        if (socket != null) {
            return HijackedConnection.switched(
                    exchange, Okio.buffer(socket.getSource()), Okio.buffer(socket.getSink()));
        }
        if (exchange.status() != 200) {
            throw refusal(exchange);
        }
        if (ErrorAnswers.isWebPage(exchange)) {
            throw webPage(exchange);
        }
        return overOpenAnswer(exchange);
    }

    private static UpgradedConnection overOpenAnswer(HttpExchange exchange) throws EngineException {
        Connection connection = exchange.trace().connection();
        if (connection == null || exchange.response().body().contentLength() >= 0) {
            exchange.close();
            throw new EngineProtocolException(
                    exchange.requestLine(), "The engine answered without handing its connection over", "", null);
        }
        try {
            return HijackedConnection.over(exchange, connection.socket());
        } catch (IOException e) {
            EngineException failure = exchange.failure(e);
            exchange.close();
            throw failure;
        }
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
        HttpClients http = clients(request);
        boolean again = true;
        while (true) {
            VersionChoice.@Nullable Chosen chosen = request.versioned() ? versions.get() : null;
            HttpExchange exchange = prepare(http, request, chosen);
            boolean sent = false;
            try {
                exchange.send();
                sent = true;
                return exchange;
            } catch (IOException e) {
                EngineException failure = exchange.failure(e);
                if (chosen != null && !(failure instanceof CancelledException)) {
                    versions.forget(chosen);
                }
                if (!again || failure instanceof CancelledException || !wasStale(exchange.trace(), request, e)) {
                    throw failure;
                }
            } finally {
                if (!sent) {
                    exchange.close();
                }
            }
            again = false;
            http.dropIdle();
        }
    }

    /// Whether the engine had closed the pooled connection, and sending the request on a new one can't do
    /// anything twice.
    private static boolean wasStale(CallTrace trace, EngineRequest request, IOException e) {
        return e instanceof StaleConnectionException
                || (trace.reused()
                        && !trace.answered()
                        && !(e instanceof SocketTimeoutException)
                        && RequestBuilder.mayBeRepeated(request.method()));
    }

    private HttpExchange prepare(HttpClients http, EngineRequest request, VersionChoice.@Nullable Chosen chosen)
            throws EngineException {
        CallTrace trace = new CallTrace();
        Call call = http.of(request.timing())
                .newCall(new RequestBuilder(http.base())
                        .build(request, chosen == null ? null : chosen.version())
                        .tag(CallTrace.class, trace)
                        .build());
        boolean bounded = request.timing() == EngineRequest.Timing.BOUNDED;
        HttpExchange exchange = new HttpExchange(call, trace, request.line(), bounded, failures, open::remove);
        open.add(exchange);
        if (closed) {
            exchange.close();
            throw new CancelledException(request.line(), null);
        }
        return exchange;
    }

    /// Certificates are read with the first request, and again with the next one when they couldn't be.
    private HttpClients clients(EngineRequest request) throws UnreachableException {
        HttpClients known = clients;
        if (known != null) {
            return known;
        }
        synchronized (opening) {
            known = clients;
            if (known == null) {
                try {
                    known = HttpClients.of(endpoint, settings);
                } catch (TlsMaterialException e) {
                    throw new UnreachableException(
                            request.line(),
                            UnreachableException.Reason.TLS,
                            endpoint.display(),
                            String.valueOf(e.getMessage()),
                            e);
                }
                clients = known;
            }
            return known;
        }
    }

    /// The calls that aren't over: none, once every response and connection was closed.
    int openCalls() {
        return open.size();
    }

    /// The connections that the HTTP client knows, those kept for later calls included.
    int connections() {
        HttpClients known = clients;
        return known == null ? 0 : known.bounded().connectionPool().connectionCount();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(HttpExchange::close);
        HttpClients known = clients;
        if (known != null) {
            known.dropIdle();
        }
    }
}
