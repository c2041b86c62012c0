package io.quayside.vm.ports;

import java.util.Objects;

/// A port of the host that the user wants to lead into the machine, beside those that containers publish.
///
/// @param address of the host to listen on, a literal; `0.0.0.0` is all of them
/// @param port on the host
/// @param container name or id of the container it leads to; empty for the machine itself
/// @param targetPort in that container, or in the machine
public record PortRule(Forward.Protocol protocol, String address, int port, String container, int targetPort) {
    public PortRule {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(container);
        if (!Addresses.isLiteral(address)) {
            throw new IllegalArgumentException("address: " + address);
        }
        checkPort(port);
        checkPort(targetPort);
    }

    private static void checkPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port);
        }
    }

    /// Where it leads, for people; the name is untrusted.
    String target() {
        return container.isEmpty() ? "port " + targetPort + " of the machine" : container + ":" + targetPort;
    }
}
