package io.quayside.engine.files;

/// A file of a container that was read, from its beginning.
///
/// @param path where it is; of a link, where that leads
/// @param entry what the container says about it
/// @param bytes what was read; belongs to the receiver
/// @param whole whether that is all of it
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying megabytes helps nobody
public record FileContent(String path, FileEntry entry, byte[] bytes, boolean whole) {}
