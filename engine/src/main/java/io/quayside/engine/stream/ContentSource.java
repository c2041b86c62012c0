package io.quayside.engine.stream;

import java.io.IOException;
import java.io.OutputStream;

/// Content that is written to an engine as it is produced, such as a tar archive.
@FunctionalInterface
public interface ContentSource {

    /// Writes everything; doesn't close `out`. A failure ends the call that sends it.
    void writeTo(OutputStream out) throws IOException;
}
