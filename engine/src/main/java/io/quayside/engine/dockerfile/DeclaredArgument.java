package io.quayside.engine.dockerfile;

import java.util.Optional;

/// An `ARG` of a Dockerfile.
///
/// @param line where it is declared first, from 1
/// @param name its name
/// @param value what it is if nobody says otherwise, as it is written but for quotes around it
public record DeclaredArgument(int line, String name, Optional<String> value) {}
