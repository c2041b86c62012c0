package io.quayside.engine.model;

/// A network that was made.
///
/// @param id its id
/// @param warning what the engine remarks about it, or empty
public record CreatedNetwork(String id, String warning) {}
