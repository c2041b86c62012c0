package io.quayside.engine.stream;

import io.quayside.engine.model.PathStat;
import java.io.InputStream;

/// A file or folder of a container on its way out, as a tar archive.
///
/// @param stat what the path is
/// @param tar the archive; closing it, from any thread, ends the transfer
public record ArchiveStream(PathStat stat, InputStream tar) implements AutoCloseable {

    /// Ends the transfer.
    @Override
    public void close() throws java.io.IOException {
        tar.close();
    }
}
