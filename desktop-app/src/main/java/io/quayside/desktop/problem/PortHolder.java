package io.quayside.desktop.problem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds which program listens on a TCP port of this computer, from Linux's `/proc`. Empty where there is no `/proc`,
/// and
/// for programs of other users that this user may not look into.
public final class PortHolder {
    private static final String LISTEN = "0A";

    /// A listening program.
    public record Holder(String program, long pid) {}

    private final Path proc;

    public PortHolder(Path proc) {
        this.proc = proc;
    }

    /// The present computer's.
    public static PortHolder ofThisComputer() {
        return new PortHolder(Path.of("/proc"));
    }

    /// Who listens on `port`. Reads files; not for the FX thread.
    public Optional<Holder> of(int port) {
        Set<String> links = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            links.addAll(sockets(proc.resolve(table), port));
        }
        return links.isEmpty() ? Optional.empty() : owner(links);
    }

    private static Set<String> sockets(Path table, int port) {
        Set<String> links = new HashSet<>();
        String wanted = ":%04X".formatted(port);
        for (String line : lines(table)) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > 9 && columns[1].endsWith(wanted) && columns[3].equals(LISTEN)) {
                links.add("socket:[" + columns[9] + "]");
            }
        }
        return links;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // no such table: another system, or no IPv6
        }
    }

    private Optional<Holder> owner(Set<String> links) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, links)) {
                    return Optional.of(holder(process));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> links) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (links.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // it has ended, or it is another user's
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Holder holder(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        List<String> name = lines(process.resolve("comm"));
        return new Holder(name.isEmpty() ? "unknown" : name.getFirst(), pid);
    }
}
