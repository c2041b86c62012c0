package io.quayside.engine.registry;

import java.util.List;
import java.util.Optional;

/// Some of the tags of a repository, in the registry's order.
///
/// @param tags the tags; untrusted text
/// @param next where the next ones are, if there are more; for [RegistryClient#tags]
public record TagPage(List<String> tags, Optional<String> next) {}
