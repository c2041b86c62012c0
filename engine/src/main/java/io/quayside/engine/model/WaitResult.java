package io.quayside.engine.model;

/// How a wait ended.
///
/// @param exitCode what the container exited with
/// @param error why the engine couldn't wait properly, or empty
public record WaitResult(long exitCode, String error) {}
