package io.quayside.engine.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Which programs listen on ports of this computer, from Linux's `/proc`. None where there is no `/proc`, and without
/// their names for programs of other users that this user may not look into.
public final class HostListeners {
    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";
    private static final int FIELDS = 10;

    private record Socket(String protocol, InetAddress address, int port, String link) {}

    private final Path proc;

    /// @param proc where the kernel tells of itself
    public HostListeners(Path proc) {
        this.proc = proc;
    }

    /// The present computer's.
    public static HostListeners ofThisComputer() {
        return new HostListeners(Path.of("/proc"));
    }

    /// Who listens on these ports. Reads files, many of them if there is somebody.
    public List<HostListener> on(IntPredicate ports) {
        List<Socket> sockets = new ArrayList<>();
        sockets.addAll(sockets("tcp", "net/tcp", LISTENING, ports));
        sockets.addAll(sockets("tcp", "net/tcp6", LISTENING, ports));
        sockets.addAll(sockets("udp", "net/udp", UNCONNECTED, ports));
        sockets.addAll(sockets("udp", "net/udp6", UNCONNECTED, ports));
        if (sockets.isEmpty()) {
            return List.of();
        }
        Map<String, HostListener.Program> owners =
                owners(sockets.stream().map(Socket::link).collect(Collectors.toSet()));
        return sockets.stream()
                .map(socket -> new HostListener(
                        socket.protocol, socket.address, socket.port, Optional.ofNullable(owners.get(socket.link))))
                .toList();
    }

    private List<Socket> sockets(String protocol, String table, String state, IntPredicate ports) {
        List<Socket> sockets = new ArrayList<>();
        for (String line : lines(proc.resolve(table))) {
            String[] fields = line.strip().split("\\s+");
            int colon = fields.length < FIELDS ? -1 : fields[1].indexOf(':');
            if (colon < 0 || !fields[3].equals(state)) {
                continue;
            }
            int port = Integer.parseInt(fields[1].substring(colon + 1), 16);
            if (ports.test(port)) {
                sockets.add(new Socket(
                        protocol, address(fields[1].substring(0, colon)), port, "socket:[" + fields[9] + "]"));
            }
        }
        return sockets;
    }

    /// Four bytes at a time, each in the order of bytes of the processor.
    private static InetAddress address(String hex) {
        byte[] raw = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            bytes[i] = raw[i / 4 * 4 + 3 - i % 4];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Only thrown for another number of bytes", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // no such table: another system, or no IPv6
        }
    }

    /// The program of each of these sockets. One that several share is the first one's.
    private Map<String, HostListener.Program> owners(Set<String> links) {
        Map<String, HostListener.Program> owners = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                for (String link : held(process, links)) {
                    owners.putIfAbsent(link, program(process));
                }
                if (owners.size() == links.size()) {
                    break;
                }
            }
        } catch (IOException e) {
            return owners;
        }
        return owners;
    }

    private static List<String> held(Path process, Set<String> links) {
        List<String> held = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                String link = target(descriptor);
                if (links.contains(link)) {
                    held.add(link);
                }
            }
        } catch (IOException e) {
            return held; // it has ended, or it is another user's
        }
        return held;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static HostListener.Program program(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        List<String> name = lines(process.resolve("comm"));
        return new HostListener.Program(name.isEmpty() ? "unknown" : name.getFirst(), pid);
    }
}
