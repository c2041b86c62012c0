package io.quayside.engine.layer;

import io.quayside.engine.files.FileKind;

/// What a layer does to one path.
///
/// @param path absolute; with the escapes of [io.quayside.engine.files.FileEntry#name()]
/// @param change what is done
/// @param kind what the path is after it; of a removed one, what it was
/// @param size bytes of a file's content in this layer; of a removed one, what it had
public record LayerFile(String path, Change change, FileKind kind, long size) {

    /// What a layer does to a path.
    public enum Change {
        /// It wasn't there.
        ADDED,
        /// It was there and is another now.
        CHANGED,
        /// It was there and is hidden from here on. Of a folder, what was in it is listed too.
        REMOVED
    }
}
