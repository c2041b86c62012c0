package io.quayside.desktop;

import java.nio.file.Path;
import java.util.Optional;

/// What every start may be given.
///
/// @param engine an address or a context's name; empty: what the user chose last, else what `docker` would use
/// @param dataDir where everything is kept; empty: the system's usual places
public record StartOptions(Optional<String> engine, Optional<Path> dataDir) {
    /// Nothing given.
    public static final StartOptions NONE = new StartOptions(Optional.empty(), Optional.empty());
}
