package io.quayside.engine.model;

/// A repository that a registry found (`GET /images/search`).
///
/// @param name such as `redis` or `team/redis`
/// @param description what its owner says
/// @param stars how many people marked it
/// @param official whether it belongs to the registry's own selection
public record SearchResult(String name, String description, long stars, boolean official) {}
