package io.quayside.desktop.settings;

import java.util.Optional;

/// An engine that the user added by hand. Kept in Quayside's settings, never among the contexts of `docker`.
///
/// @param name as the lists show it; unique among those added
/// @param address as in `unix:///run/docker.sock`, `ssh://user@host` or `tcp://host:2376`
/// @param authority path of the certificates to trust over TLS
/// @param certificate path of the client's own certificate; goes with `key`
/// @param key path of its key
public record AddedEngine(
        String name, String address, Optional<String> authority, Optional<String> certificate, Optional<String> key) {
    public AddedEngine(String name, String address) {
        this(name, address, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether it is reached over TLS.
    public boolean isTls() {
        return authority.isPresent() || certificate.isPresent() || key.isPresent();
    }
}
