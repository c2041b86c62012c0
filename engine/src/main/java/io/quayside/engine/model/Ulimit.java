package io.quayside.engine.model;

/// A limit of a process (`Ulimits`).
///
/// @param name such as `nofile`
/// @param soft the limit
/// @param hard what the process may raise it to
public record Ulimit(String name, long soft, long hard) {}
