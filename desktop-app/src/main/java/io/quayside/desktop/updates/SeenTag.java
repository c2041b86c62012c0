package io.quayside.desktop.updates;

import java.time.Instant;

/// What a registry said that a tag stands for.
///
/// @param digest such as `sha256:…`
record SeenTag(String digest, Instant when) {}
