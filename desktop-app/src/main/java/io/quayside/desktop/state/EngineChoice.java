package io.quayside.desktop.state;

import java.util.Optional;

/// One engine the picker can offer.
///
/// @param key what the settings keep: a context's name, an address, or `native` for Quayside's own engine
/// @param title what the picker shows: "default", "quayside", "build-server"
/// @param address its socket or URL, for the second line
/// @param problem why it can't be used, when its description is broken
public record EngineChoice(String key, String title, String address, Optional<String> problem) {}
