package io.quayside.engine.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// Lines that can be read by their numbers: what one container printed, or several in one order.
///
/// Any thread reads, at any time; it must not be interrupted while it does, as that closes files.
public interface LogLines {
    /// The number of the first line that is kept.
    long firstLine();

    /// The number after the last line.
    long endLine();

    /// Bytes that are kept.
    long bytes();

    /// Reads lines.
    ///
    /// @param most bytes of each that are wanted
    /// @return at most `count`, fewer at the end; those that are no longer kept are left out
    List<StoredLine> read(long from, int count, int most) throws IOException;

    /// One line, if it is kept.
    default Optional<StoredLine> read(long line, int most) throws IOException {
        return read(line, 1, most).stream().findFirst();
    }

    /// The first line that the engine wrote at this time or later.
    long lineAt(long timeNanos) throws IOException;

    /// Writes lines as they were printed, ends of lines included and marks left out.
    void copyTo(OutputStream out, long from, long to) throws IOException;
}
