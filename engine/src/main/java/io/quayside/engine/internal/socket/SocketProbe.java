package io.quayside.engine.internal.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.endpoint.ListenerProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import javax.net.SocketFactory;

/// Connects to a local socket and hangs up.
public final class SocketProbe implements ListenerProbe {

    private static final int PATIENCE_MILLIS = 1000;
    private static final InetSocketAddress IGNORED = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Override
    public Finding look(EngineEndpoint at) {
        return switch (at) {
            case EngineEndpoint.UnixSocket unix -> connect(EngineSockets.unix(unix));
            case EngineEndpoint.NamedPipe pipe -> connect(EngineSockets.namedPipe(pipe));
            case EngineEndpoint.Tcp _, EngineEndpoint.TlsTcp _, EngineEndpoint.Ssh _ ->
                throw new IllegalArgumentException("not a local socket: " + at.display());
        };
    }

    private static Finding connect(SocketFactory factory) {
        try (Socket socket = factory.createSocket()) {
            socket.connect(IGNORED, PATIENCE_MILLIS);
            return Finding.LISTENING;
        } catch (NoSuchFileException e) {
            return Finding.MISSING;
        } catch (AccessDeniedException e) {
            return Finding.DENIED;
        } catch (IOException e) {
            return Finding.DEAD;
        }
    }
}
