package io.quayside.engine.model;

import java.util.List;

/// What a prune removed.
///
/// @param removed the ids or names
/// @param spaceReclaimed bytes that became free; 0 for networks
public record PruneReport(List<String> removed, long spaceReclaimed) {}
