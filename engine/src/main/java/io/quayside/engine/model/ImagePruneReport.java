package io.quayside.engine.model;

import java.util.List;

/// What pruning images did (`POST /images/prune`).
///
/// @param removed every name that was taken off and every image or layer that was deleted
/// @param spaceReclaimed bytes that became free
public record ImagePruneReport(List<ImageRemoval> removed, long spaceReclaimed) {}
