package io.quayside.vm.relay;

import java.io.IOException;
import java.net.Socket;

/// A TCP connection as the host's end.
public record SocketEnd(Socket socket) implements HostEnd {
    @Override
    public int read(byte[] into) throws IOException {
        return socket.getInputStream().read(into);
    }

    @Override
    public void write(byte[] data) throws IOException {
        socket.getOutputStream().write(data);
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() {
        Relay.closeQuietly(socket);
    }
}
