package io.quayside.engine.pipe;

import java.io.IOException;

/// A program that has connected to a [PipeListener]. One thread reads while another one writes; any thread may close,
/// which ends both.
public interface PipeConnection extends AutoCloseable {
    /// Waits for bytes; -1 when the program sends no more.
    int read(byte[] into) throws IOException;

    /// Writes all of it.
    void write(byte[] data) throws IOException;

    /// Tells the program that nothing more will be written; reading goes on.
    void endOutput() throws IOException;

    @Override
    void close();
}
