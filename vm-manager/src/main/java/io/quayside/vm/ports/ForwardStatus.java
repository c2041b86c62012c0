package io.quayside.vm.ports;

/// A port of the host that leads into a machine, or should: a line of the list of forwards.
///
/// @param address of the host; `0.0.0.0` is all of them
/// @param port on the host
/// @param target where it leads, for people, such as `web:80`; untrusted
public record ForwardStatus(
        Forward.Protocol protocol, String address, int port, String target, Origin origin, ForwardState state) {
    /// Why the port is wanted.
    public enum Origin {
        /// A container publishes it.
        AUTOMATIC,
        /// The user has a rule for it.
        RULE
    }
}
