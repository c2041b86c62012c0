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
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Opens connections to an endpoint.
final class Connector {

    private static final String NO_HOST = "localhost";

    private final SocketFactory sockets;
    private final @Nullable SSLSocketFactory tls;
    private final String host;
    private final int port;
    private final int timeoutMillis;

    private Connector(
            SocketFactory sockets, @Nullable SSLSocketFactory tls, String host, int port, TransportSettings settings) {
        this.sockets = sockets;
        this.tls = tls;
        this.host = host;
        this.port = port;
        this.timeoutMillis = (int) settings.connect().toMillis();
    }

    /// Reads the certificates; nothing is connected yet.
    static Connector to(EngineEndpoint endpoint, TransportSettings settings) throws TlsMaterialException {
        return switch (endpoint) {
            case UnixSocket unix -> new Connector(EngineSockets.unix(unix), null, NO_HOST, 0, settings);
            case NamedPipe pipe -> new Connector(EngineSockets.namedPipe(pipe), null, NO_HOST, 0, settings);
            case Ssh ssh -> new Connector(EngineSockets.ssh(ssh, settings.sshProgram()), null, NO_HOST, 0, settings);
            case Tcp tcp -> new Connector(EngineSockets.tcp(), null, tcp.host(), tcp.port(), settings);
            case TlsTcp secure ->
                new Connector(
                        EngineSockets.tcp(),
                        TlsIdentity.load(secure.material()).sockets(),
                        secure.host(),
                        secure.port(),
                        settings);
        };
    }

    /// The value of the `Host` header.
    String hostHeader() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? name : name + ":" + port;
    }

    /// Connects, through each address of the host until one answers.
    ///
    /// @param opening told of each socket before it is used, so that closing it ends the attempt
    HttpConnection connect(Consumer<Closeable> opening) throws IOException {
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : addresses()) {
            Socket socket = sockets.createSocket();
            opening.accept(socket);
            boolean connected = false;
            try {
                socket.connect(new InetSocketAddress(address, port), timeoutMillis);
                HttpConnection connection = new HttpConnection(secured(socket));
                connected = true;
                return connection;
            } catch (IOException e) {
                failure = e;
            } finally {
                if (!connected) {
                    socket.close();
                }
            }
        }
        throw failure;
    }

    /// Nothing is looked up for an endpoint without a host.
    private InetAddress[] addresses() throws UnknownHostException {
        return port == 0 ? new InetAddress[] {InetAddress.getLoopbackAddress()} : InetAddress.getAllByName(host);
    }

    private Socket secured(Socket socket) throws IOException {
        if (tls == null) {
            return socket;
        }
        SSLSocket secure = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(timeoutMillis);
        secure.startHandshake();
        return secure;
    }
}
