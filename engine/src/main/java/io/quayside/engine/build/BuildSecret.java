package io.quayside.engine.build;

import java.nio.file.Path;

/// Something that `RUN --mount=type=secret` gets and no image keeps. Only where it is found is known here, never what
/// it is.
public sealed interface BuildSecret {
    /// What the Dockerfile calls it.
    String id();

    /// The content of a file.
    record OfFile(String id, Path file) implements BuildSecret {}

    /// The value of a variable of this program's environment.
    record OfVariable(String id, String variable) implements BuildSecret {}
}
