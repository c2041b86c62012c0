package io.quayside.vm.model;

import java.util.List;

/// What became of logs that were to be trimmed.
///
/// @param freedBytes what they take less of the data disk
/// @param inUse whole ids of those that are as they were because their containers run; trim them while
/// those are stopped
public record TrimmedLogs(long freedBytes, List<String> inUse) {
    public TrimmedLogs {
        inUse = List.copyOf(inUse);
    }
}
