package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import io.quayside.engine.internal.socket.EngineSockets;
import io.quayside.engine.internal.tls.TlsIdentity;
import io.quayside.engine.internal.tls.TlsMaterialException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// The two HTTP clients for an endpoint, over one pool of connections.
///
/// @param base scheme, host and port of every URL
/// @param bounded for answers that come by themselves
/// @param unbounded for answers that may take for ever
record HttpClients(String base, OkHttpClient bounded, OkHttpClient unbounded) {

    private static final int IDLE_CONNECTIONS = 5;

    static HttpClients of(EngineEndpoint endpoint, TransportSettings settings) throws TlsMaterialException {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .connectTimeout(settings.connect())
                .readTimeout(settings.silence())
                .writeTimeout(settings.silence())
                .connectionPool(pool(endpoint))
                .eventListenerFactory(CallTrace::of)
                .addNetworkInterceptor(new StaleConnectionCheck());
        if (!(endpoint instanceof TlsTcp)) {
            // Else the certificates of the system would be read for nothing, 50 ms of a start.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        String base = attach(endpoint, settings, builder);
        OkHttpClient bounded = builder.build();
        OkHttpClient unbounded = bounded.newBuilder()
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
        return new HttpClients(base, bounded, unbounded);
    }

    /// An idle connection through ssh is a process here and one there.
    private static ConnectionPool pool(EngineEndpoint endpoint) {
        return new ConnectionPool(IDLE_CONNECTIONS, endpoint instanceof Ssh ? 1 : 5, TimeUnit.MINUTES);
    }

    private static String attach(EngineEndpoint endpoint, TransportSettings settings, OkHttpClient.Builder builder)
            throws TlsMaterialException {
        return switch (endpoint) {
            case UnixSocket unix -> {
                builder.socketFactory(EngineSockets.unix(unix));
                yield withoutHost(builder);
            }
            case NamedPipe pipe -> {
                builder.socketFactory(EngineSockets.namedPipe(pipe));
                yield withoutHost(builder);
            }
            case Ssh ssh -> {
                builder.socketFactory(EngineSockets.ssh(ssh, settings.sshProgram()));
                yield withoutHost(builder);
            }
            case Tcp tcp -> {
                builder.socketFactory(EngineSockets.tcp());
                yield "http://" + inUrl(tcp.host(), tcp.port());
            }
            case TlsTcp tls -> {
                TlsIdentity identity = TlsIdentity.load(tls.material());
                builder.socketFactory(EngineSockets.tcp()).sslSocketFactory(identity.sockets(), identity.trust());
                yield "https://" + inUrl(tls.host(), tls.port());
            }
        };
    }

    /// Nothing is looked up for the placeholder: a resolver without a network takes a minute and a half to say
    /// no.
    private static String withoutHost(OkHttpClient.Builder builder) {
        builder.dns(host -> List.of(InetAddress.getLoopbackAddress()));
        return "http://localhost";
    }

    private static String inUrl(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    OkHttpClient of(EngineRequest.Timing timing) {
        return timing == EngineRequest.Timing.BOUNDED ? bounded : unbounded;
    }

    /// Drops the connections that serve no call.
    void dropIdle() {
        bounded.connectionPool().evictAll();
    }
}
