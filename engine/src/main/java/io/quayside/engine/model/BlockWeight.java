package io.quayside.engine.model;

/// A share of a disk (`BlkioWeightDevice`).
///
/// @param path the device
/// @param weight its weight, 10 to 1000
public record BlockWeight(String path, long weight) {}
