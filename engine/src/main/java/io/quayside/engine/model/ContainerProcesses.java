package io.quayside.engine.model;

import java.util.List;

/// The processes of a container, as `ps` on the engine's machine shows them (`GET /containers/{id}/top`).
///
/// @param titles the columns' names
/// @param rows for each process, its columns
public record ContainerProcesses(List<String> titles, List<List<String>> rows) {}
