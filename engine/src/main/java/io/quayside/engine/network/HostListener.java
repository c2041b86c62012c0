package io.quayside.engine.network;

import java.net.InetAddress;
import java.util.Optional;

/// A port of this computer on which some program listens.
///
/// @param protocol `tcp` or `udp`
/// @param address where it listens; the wildcard address for everywhere
/// @param port the port
/// @param program which one; empty if it is another user's, or was not asked for
public record HostListener(String protocol, InetAddress address, int port, Optional<Program> program) {
    /// A program that listens.
    ///
    /// @param name as the kernel knows it, at most 15 characters
    /// @param pid its process
    public record Program(String name, long pid) {}
}
