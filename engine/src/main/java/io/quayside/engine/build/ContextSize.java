package io.quayside.engine.build;

/// What a build would be sent.
///
/// @param files how many files and folders
/// @param bytes of all files
public record ContextSize(long files, long bytes) {}
