package io.quayside.engine.layer;

import io.quayside.engine.files.FileKind;
import java.util.List;

/// The entries of a layer as they stand in its archive.
///
/// @param entries in order
/// @param problem why it couldn't be read to its end, or empty
record RawLayer(List<Entry> entries, String problem) {

    /// One entry.
    ///
    /// @param path absolute
    /// @param mode permissions
    /// @param owner user and group in one number
    record Entry(String path, FileKind kind, long size, int mode, long owner) {}
}
