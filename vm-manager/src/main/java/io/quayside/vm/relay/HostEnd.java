package io.quayside.vm.relay;

import java.io.IOException;

/// The host's end of a relayed connection. One thread reads while another writes; closing it from any
/// thread ends both.
public interface HostEnd extends AutoCloseable {
    /// Waits for bytes; -1 when the other side sends no more.
    int read(byte[] into) throws IOException;

    void write(byte[] data) throws IOException;

    /// Tells the other side that nothing more will be written; reading goes on.
    void endOutput() throws IOException;

    @Override
    void close();
}
