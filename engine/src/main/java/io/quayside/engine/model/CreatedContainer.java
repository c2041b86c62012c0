package io.quayside.engine.model;

import java.util.List;

/// A container that was created.
///
/// @param id its full id
/// @param warnings what the engine has to say about the spec
public record CreatedContainer(String id, List<String> warnings) {}
