package io.quayside.engine.model;

import java.util.List;

/// Options of a tmpfs mount (`TmpfsOptions`).
///
/// @param sizeBytes its size, 0 for no limit
/// @param mode permission bits, 0 for the default
/// @param options further mount options, each a name or a name and a value (since API 1.46)
public record TmpfsOptions(long sizeBytes, long mode, List<List<String>> options) {
    public TmpfsOptions {
        options = List.copyOf(options);
    }
}
