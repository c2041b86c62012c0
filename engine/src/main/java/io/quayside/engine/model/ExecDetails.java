package io.quayside.engine.model;

import java.util.OptionalInt;

/// A command run inside a container (`GET /exec/{id}/json`).
///
/// @param id the exec's id
/// @param containerId the container's id
/// @param running whether it runs
/// @param exitCode what it exited with; empty while it runs
/// @param pid its process on the engine's machine, 0 if it hasn't started
public record ExecDetails(String id, String containerId, boolean running, OptionalInt exitCode, long pid) {}
