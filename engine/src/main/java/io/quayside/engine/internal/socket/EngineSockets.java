package io.quayside.engine.internal.socket;

import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Set;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/// Makes the sockets for each kind of endpoint, unconnected, as an HTTP client asks for them.
public final class EngineSockets extends SocketFactory {

    @FunctionalInterface
    private interface Maker {
        Socket make() throws IOException;
    }

    private final Maker maker;

    private EngineSockets(Maker maker) {
        this.maker = maker;
    }

    public static SocketFactory unix(UnixSocket endpoint) {
        return new EngineSockets(() -> new io.quayside.engine.internal.socket.UnixSocket(endpoint.path()));
    }

    public static SocketFactory namedPipe(NamedPipe endpoint) {
        return new EngineSockets(() ->
                new PumpedSocket(endpoint.display(), () -> NamedPipeStream.open(new WindowsPipes(), endpoint.path())));
    }

    /// @param program the `ssh` to run, by name or path
    public static SocketFactory ssh(Ssh endpoint, String program) {
        return new EngineSockets(
                () -> new PumpedSocket(endpoint.display(), () -> SshStream.start(SshCommand.of(program, endpoint))));
    }

    /// TCP that notices within a minute that the other side is gone, also when nothing is sent.
    public static SocketFactory tcp() {
        return new EngineSockets(() -> {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, 30);
            set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, 10);
            set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
            return socket;
        });
    }

    private static void set(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        Set<SocketOption<?>> known = socket.supportedOptions();
        if (known.contains(option)) {
            socket.setOption(option, value);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return maker.make();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connectedLater();
    }

    private static UnsupportedOperationException connectedLater() {
        return new UnsupportedOperationException("The HTTP client connects the socket itself");
    }
}
