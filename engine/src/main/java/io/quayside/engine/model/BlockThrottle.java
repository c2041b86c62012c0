package io.quayside.engine.model;

/// A limit on a disk (`BlkioDeviceReadBps` and its like).
///
/// @param path the device
/// @param rate bytes or operations a second
public record BlockThrottle(String path, long rate) {}
