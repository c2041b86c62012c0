package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A piece of build cache (`BuildCache` of `GET /system/df`).
///
/// @param id its id
/// @param parents what it was built on
/// @param type such as `regular`, `source.local` or `exec.cachemount`
/// @param description what made it
/// @param inUse whether a build uses it now
/// @param shared whether other things on disk share it
/// @param size bytes
/// @param created when it was made
/// @param lastUsed when it was last used, if ever
/// @param usageCount how often it was used
public record BuildCacheEntry(
        String id,
        List<String> parents,
        String type,
        String description,
        boolean inUse,
        boolean shared,
        long size,
        Optional<Instant> created,
        Optional<Instant> lastUsed,
        long usageCount) {}
