package io.quayside.engine.model;

/// One thing that removing an image did.
///
/// @param what the name or id
/// @param untagged true if a name was taken off, false if an image or layer was deleted
public record ImageRemoval(String what, boolean untagged) {}
