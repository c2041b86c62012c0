package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.format.SafeText;

/// A port.
///
/// @param protocol `tcp`, `udp` or `sctp`
record PortKey(int port, String protocol) implements Comparable<PortKey> {
    boolean isTcp() {
        return protocol.equals("tcp");
    }

    @Override
    public int compareTo(PortKey other) {
        return port != other.port ? Integer.compare(port, other.port) : protocol.compareTo(other.protocol);
    }

    @Override
    public String toString() {
        return port + "/" + SafeText.line(protocol);
    }
}
