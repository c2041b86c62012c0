package io.quayside.engine.recreate;

import io.quayside.engine.model.RestartPolicy;

/// A container that took another's place, and what is needed to take that back.
///
/// @param newId the new one
/// @param name the new one's name
/// @param oldId the old one, which is kept
/// @param oldName what it was called
/// @param aside what it is called now
/// @param oldRan whether it ran
/// @param policy when it was started again by itself
public record Replacement(
        String newId, String name, String oldId, String oldName, String aside, boolean oldRan, RestartPolicy policy) {}
