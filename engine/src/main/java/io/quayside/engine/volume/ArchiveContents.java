package io.quayside.engine.volume;

/// What an archive of a volume holds.
///
/// @param entries files, folders, links and the rest, with the volume's own root
/// @param bytes of all files
public record ArchiveContents(long entries, long bytes) {}
