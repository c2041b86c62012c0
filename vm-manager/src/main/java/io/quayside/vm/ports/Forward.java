package io.quayside.vm.ports;

/// A port of the host that leads to a port of the guest.
///
/// @param address of the host to listen on; `0.0.0.0` is all of them
/// @param port on the host
/// @param guestPort on the guest's loopback
public record Forward(Protocol protocol, String address, int port, int guestPort) implements Comparable<Forward> {
    /// What is spoken on it.
    public enum Protocol {
        TCP,
        UDP
    }

    @Override
    public int compareTo(Forward other) {
        return toString().compareTo(other.toString());
    }

    /// As people write it, such as `127.0.0.1:8080/tcp`.
    public String display() {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return host + ":" + port + "/" + protocol.name().toLowerCase(java.util.Locale.ROOT);
    }
}
