package io.quayside.vm.model;

/// What a container has printed so far, as the engine of a machine keeps it (the driver `json-file`; other
/// drivers keep none of this kind). Logs that a container's own limit has set aside aren't counted.
///
/// @param container its whole id, 64 characters
/// @param bytes what it takes of the data disk
/// @param inUse whether the container runs, so that its log can't be made shorter: the engine knows by
/// heart how long the log is
public record ContainerLog(String container, long bytes, boolean inUse) {}
