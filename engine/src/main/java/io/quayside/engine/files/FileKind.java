package io.quayside.engine.files;

/// What kind of thing a name in a folder is.
public enum FileKind {
    FILE,
    FOLDER,
    /// A symbolic link.
    LINK,
    /// A device, of blocks or characters.
    DEVICE,
    /// A named pipe.
    PIPE,
    SOCKET,
    /// Something that this list doesn't have.
    OTHER
}
