package io.quayside.vm.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.pipe.PipeConnection;
import io.quayside.engine.pipe.PipeListener;
import io.quayside.vm.relay.HostEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// A named pipe that only the user's programs may connect to. Never run on a Windows yet.
final class WindowsListener implements LocalListener {
    private final EngineEndpoint.NamedPipe endpoint;
    private final PipeListener pipe;

    private WindowsListener(EngineEndpoint.NamedPipe endpoint, PipeListener pipe) {
        this.endpoint = endpoint;
        this.pipe = pipe;
    }

    static WindowsListener open(Path path) throws IOException {
        EngineEndpoint.NamedPipe endpoint = endpoint(path);
        return new WindowsListener(endpoint, PipeListener.open(endpoint.path()));
    }

    /// Names of pipes are one list for all users, so the name comes from the whole path of the machine's folder.
    static EngineEndpoint.NamedPipe endpoint(Path path) {
        UUID number = UUID.nameUUIDFromBytes(path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return new EngineEndpoint.NamedPipe("\\\\.\\pipe\\quayside-" + number);
    }

    static boolean isServed(Path path) {
        return PipeListener.isServed(endpoint(path).path());
    }

    @Override
    public EngineEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public HostEnd accept() throws IOException {
        return new PipeEnd(pipe.accept());
    }

    @Override
    public boolean isOpen() {
        return pipe.isOpen();
    }

    @Override
    public void close() {
        pipe.close();
    }

    private record PipeEnd(PipeConnection connection) implements HostEnd {
        @Override
        public int read(byte[] into) throws IOException {
            return connection.read(into);
        }

        @Override
        public void write(byte[] data) throws IOException {
            connection.write(data);
        }

        @Override
        public void endOutput() throws IOException {
            connection.endOutput();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
