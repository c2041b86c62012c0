package io.quayside.vm.guest;

import java.util.List;
import java.util.Map;

/// What a stream is to be connected with in the guest.
///
/// @param fields as the guest's program reads them
public record StreamTarget(String description, Map<String, Object> fields) {
    public StreamTarget {
        fields = Map.copyOf(fields);
    }

    /// A TCP port in the guest.
    public static StreamTarget tcp(String host, int port) {
        String address = hostAndPort(host, port);
        return new StreamTarget("tcp " + address, Map.of("kind", "tcp", "address", address));
    }

    /// A UDP port in the guest; every payload is one datagram.
    public static StreamTarget udp(String host, int port) {
        String address = hostAndPort(host, port);
        return new StreamTarget("udp " + address, Map.of("kind", "udp", "address", address));
    }

    private static String hostAndPort(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /// A Unix socket in the guest.
    public static StreamTarget unix(String path) {
        return new StreamTarget("unix " + path, Map.of("kind", "unix", "address", path));
    }

    /// A file system that the host serves on the stream, mounted in the guest: requests of the kernel's FUSE and their
    /// answers, one after the other.
    ///
    /// @param mountOptions `ro` for one that is only to be read, else empty
    public static StreamTarget share(String path, String mountOptions) {
        return new StreamTarget("share " + path, Map.of("kind", "share", "path", path, "options", mountOptions));
    }

    /// A program in the guest with the stream as its input and output.
    public static StreamTarget exec(List<String> command) {
        return new StreamTarget("exec " + command.getFirst(), Map.of("kind", "exec", "argv", List.copyOf(command)));
    }

    /// A program in the guest with the stream as its terminal.
    public static StreamTarget terminal(List<String> command, int rows, int columns) {
        return new StreamTarget(
                "terminal " + command.getFirst(),
                Map.of("kind", "exec", "argv", List.copyOf(command), "rows", rows, "columns", columns));
    }

    /// A log of the guest: its end, then what comes, until this side ends its output.
    ///
    /// @param name `engine` or `containerd`
    /// @param bytes about how much of its end
    public static StreamTarget log(String name, int bytes) {
        return new StreamTarget("log " + name, Map.of("kind", "log", "name", name, "bytes", bytes));
    }
}
