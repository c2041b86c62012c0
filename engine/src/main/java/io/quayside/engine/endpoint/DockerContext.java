package io.quayside.engine.endpoint;

import java.nio.file.Path;

/// A context that `docker context create` wrote: a name for an engine. Names and descriptions are untrusted
/// text.
public sealed interface DockerContext {

    String name();

    /// Its `meta.json`.
    Path file();

    /// One that says where its engine is.
    record Usable(String name, String description, Path file, EngineEndpoint endpoint) implements DockerContext {}

    /// One that can't be used, and why, for people. Its name is that of its folder when it couldn't be read.
    record Broken(String name, Path file, String problem) implements DockerContext {}
}
