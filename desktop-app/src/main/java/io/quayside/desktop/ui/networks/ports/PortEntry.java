package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.network.HostListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One port of the map.
///
/// @param holders the running containers that have it; more than one only on different addresses
/// @param wanters stopped containers that want it when they are started
/// @param listeners the programs on it that are no container's, as far as that can be seen
/// @param foreign whether some program that is no container's holds it
record PortEntry(
        PortKey key,
        List<PortClaim> holders,
        List<PortClaim> wanters,
        List<HostListener> listeners,
        boolean foreign,
        PortCheck check) {
    PortEntry {
        holders = List.copyOf(holders);
        wanters = List.copyOf(wanters);
        listeners = List.copyOf(listeners);
    }

    /// The container that the row is about, if it is about one.
    Optional<PortClaim> claim() {
        if (!holders.isEmpty()) {
            return Optional.of(holders.getFirst());
        }
        return foreign ? Optional.empty() : wanters.stream().findFirst();
    }

    /// Who has it, or would have it.
    String holder() {
        if (!holders.isEmpty()) {
            return names(holders);
        }
        return foreign ? program() : names(wanters);
    }

    String holderDetail() {
        if (!holders.isEmpty()) {
            return holders.getFirst().container().project().map(SafeText::line).orElse("Not in a project");
        }
        return foreign ? "A program on this computer, not a container" : "Stopped, wants it when started";
    }

    /// "postgres, process 4127".
    String program() {
        return listeners.stream()
                .flatMap(listener -> listener.program().stream())
                .findFirst()
                .map(program -> SafeText.line(program.name()) + ", process " + program.pid())
                .orElse("Another program");
    }

    String goesTo() {
        return claim().map(claim -> claim.inside() + "/" + SafeText.line(key.protocol()))
                .orElse("–");
    }

    /// On which addresses it is, or would be, open.
    List<String> addresses() {
        List<String> all = new ArrayList<>();
        if (holders.isEmpty() && foreign) {
            listeners.forEach(listener -> all.add(listener.address().getHostAddress()));
        } else {
            (holders.isEmpty() ? wanters : holders).forEach(claim -> all.addAll(claim.addresses()));
        }
        return all.stream()
                .map(address -> address.replace("0:0:0:0:0:0:0:", "::").replace("::0", "::"))
                .distinct()
                .toList();
    }

    boolean isOpen() {
        return addresses().stream().anyMatch(address -> !PortClaim.isLoopback(address));
    }

    /// The stopped containers that can't be started because somebody has the port.
    List<PortClaim> losers() {
        if (foreign && holders.isEmpty()) {
            return listeners.isEmpty()
                    ? wanters
                    : wanters.stream()
                            .filter(claim -> claim.collides(listeners.stream()
                                    .map(listener -> listener.address().getHostAddress())
                                    .toList()))
                            .toList();
        }
        return wanters.stream()
                .filter(wanter -> holders.stream().anyMatch(holder -> wanter.collides(holder.addresses())))
                .toList();
    }

    boolean isConflict() {
        return !losers().isEmpty();
    }

    /// Where it answers for this computer, "localhost:8080".
    String address() {
        return "localhost:" + key.port();
    }

    /// What a browser would open; empty where no web server answered.
    Optional<String> web() {
        return shown().words().contains("HTTP") ? Optional.of("http://" + address()) : Optional.empty();
    }

    /// What the row says about reaching it.
    PortCheck shown() {
        if (check.kind() == PortCheck.Kind.RUNNING) {
            return check;
        }
        if (holders.isEmpty() && isConflict()) {
            return new PortCheck(PortCheck.Kind.CONFLICT, "Conflict", names(losers()) + " wants it");
        }
        if (holders.isEmpty() && !foreign) {
            return check.kind() == PortCheck.Kind.UNKNOWN
                    ? check
                    : new PortCheck(PortCheck.Kind.FREE, "Free", "No program holds it");
        }
        return check;
    }

    String problemTitle() {
        return names(losers()) + " can’t have port " + key.port() + ": "
                + (holders.isEmpty() ? "another program listens on it." : names(holders) + " has it.");
    }

    String problemWhy() {
        String asked = losers().stream()
                .map(loser -> loser.name() + " asked for " + String.join(", ", loser.addresses()) + ":" + key.port())
                .collect(Collectors.joining("; "));
        String has = holders.isEmpty()
                ? program() + " listens on " + String.join(", ", addresses())
                : names(holders) + " has it on " + String.join(", ", addresses());
        return has + ". " + asked + ".";
    }

    String sentence() {
        PortCheck now = shown();
        return "Port " + key.port() + " " + key.protocol() + ", " + holder() + ", " + holderDetail() + ", goes to "
                + goesTo() + ", bound to " + String.join(" and ", addresses()) + ", "
                + (isOpen() ? "anyone on your network" : "this computer only") + ", " + now.words() + ", "
                + now.detail() + (isConflict() ? ". " + problemTitle() : "");
    }

    private static String names(List<PortClaim> claims) {
        return claims.stream().map(PortClaim::name).distinct().collect(Collectors.joining(", "));
    }
}
