package io.quayside.engine.stream;

import java.io.IOException;
import java.io.OutputStream;

/// Content that is written to an engine as it is produced, such as a tar archive.
@FunctionalInterface
public interface ContentSource {

    /// Writes everything; doesn't close `out`. Exceptions of `out` pass through. A failure of its own, such as a
    /// file that can't be read, is thrown as an [java.io.UncheckedIOException], ends the call and comes out of it
    /// as it is.
    void writeTo(OutputStream out) throws IOException;
}
