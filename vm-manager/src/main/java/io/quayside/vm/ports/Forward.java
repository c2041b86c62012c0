package io.quayside.vm.ports;

import java.util.Locale;

/// A port of the host that leads to a port of the guest.
///
/// @param address of the host to listen on; `0.0.0.0` is all of them
/// @param port on the host
/// @param guestAddress where the guest connects to: its loopback, or a container's address
/// @param guestPort at that address
public record Forward(Protocol protocol, String address, int port, String guestAddress, int guestPort)
        implements Comparable<Forward> {
    /// A forward to the guest's loopback.
    public Forward(Protocol protocol, String address, int port, int guestPort) {
        this(protocol, address, port, Addresses.LOOPBACK, guestPort);
    }

    /// What is spoken on it.
    public enum Protocol {
        TCP,
        UDP;

        /// `tcp` or `udp`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Forward other) {
        return toString().compareTo(other.toString());
    }

    /// As people write it, such as `127.0.0.1:8080/tcp`.
    public String display() {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return host + ":" + port + "/" + protocol.id();
    }
}
