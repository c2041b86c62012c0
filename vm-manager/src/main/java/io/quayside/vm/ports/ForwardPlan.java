package io.quayside.vm.ports;

import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.PortMapping;
import io.quayside.vm.ports.ForwardStatus.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which ports should be open on the host: a pure function of the containers that run and of what the user
/// says. Those of containers come first, so that a rule for the same port is the one in conflict.
record ForwardPlan(List<Entry> entries) {
    /// One port.
    ///
    /// @param forward empty while what it leads to doesn't run
    record Entry(
            Forward.Protocol protocol,
            String address,
            int port,
            String target,
            Origin origin,
            Optional<Forward> forward) {
        ForwardStatus status(ForwardState state) {
            return new ForwardStatus(protocol, address, port, target, origin, state);
        }
    }

    ForwardPlan {
        entries = List.copyOf(entries);
    }

    /// @param asked what a container was created with, by its id: the bindings of each port such as `80/tcp`
    static ForwardPlan of(
            Collection<ContainerSummary> running,
            Function<String, Map<String, List<PortBinding>>> asked,
            PortSettings settings) {
        List<Entry> entries = new ArrayList<>();
        Set<Forward> seen = new HashSet<>();
        for (ContainerSummary container : running) {
            for (PortMapping port : container.ports()) {
                published(container, port, asked, settings)
                        .filter(entry -> seen.add(entry.forward().orElseThrow()))
                        .ifPresent(entries::add);
            }
        }
        settings.rules().forEach(rule -> entries.add(entry(rule, running)));
        return new ForwardPlan(entries);
    }

    /// The rules alone, while the machine doesn't run.
    static ForwardPlan ofRules(PortSettings settings) {
        return of(List.of(), id -> Map.of(), settings);
    }

    /// An engine lists a port that is open everywhere twice, for IPv4 and IPv6; the host opens it once, for both.
    private static Optional<Entry> published(
            ContainerSummary container,
            PortMapping port,
            Function<String, Map<String, List<PortBinding>>> asked,
            PortSettings settings) {
        Optional<Forward.Protocol> protocol = protocol(port.type());
        if (!port.isPublished() || protocol.isEmpty() || !Addresses.isAddress(port.ip())) {
            return Optional.empty();
        }
        Forward forward;
        if (Addresses.isEverywhere(port.ip())) {
            String key = port.privatePort() + "/" + port.type().toLowerCase(Locale.ROOT);
            boolean everywhere = asked.apply(container.id()).getOrDefault(key, List.of()).stream()
                    .anyMatch(binding -> !binding.hostIp().isEmpty());
            String address =
                    everywhere ? Addresses.EVERYWHERE : settings.publishedTo().address();
            forward = new Forward(protocol.get(), address, port.publicPort(), port.publicPort());
        } else {
            forward = named(container, port, protocol.get());
        }
        return Optional.of(new Entry(
                forward.protocol(),
                forward.address(),
                forward.port(),
                container.name() + ":" + port.privatePort(),
                Origin.AUTOMATIC,
                Optional.of(forward)));
    }

    /// The guest has an address of the loopback too, but none of the host's others: there the container is reached at
    /// its own.
    private static Forward named(ContainerSummary container, PortMapping port, Forward.Protocol protocol) {
        if (!Addresses.isLoopback(port.ip())) {
            Optional<String> own = addressOf(container);
            if (own.isPresent()) {
                return new Forward(protocol, port.ip(), port.publicPort(), own.get(), port.privatePort());
            }
        }
        return new Forward(protocol, port.ip(), port.publicPort(), port.ip(), port.publicPort());
    }

    private static Entry entry(PortRule rule, Collection<ContainerSummary> running) {
        Optional<Forward> forward = rule.container().isEmpty()
                ? Optional.of(new Forward(rule.protocol(), rule.address(), rule.port(), rule.targetPort()))
                : running.stream()
                        .filter(container -> isMeant(container, rule.container()))
                        .flatMap(container -> addressOf(container).stream())
                        .findFirst()
                        .map(own -> new Forward(rule.protocol(), rule.address(), rule.port(), own, rule.targetPort()));
        return new Entry(rule.protocol(), rule.address(), rule.port(), rule.target(), Origin.RULE, forward);
    }

    private static boolean isMeant(ContainerSummary container, String name) {
        return container.names().contains(name) || container.id().equals(name);
    }

    private static Optional<String> addressOf(ContainerSummary container) {
        if (container.networkMode().equals("host")) {
            return Optional.of(Addresses.LOOPBACK);
        }
        return container.networks().stream()
                .map(NetworkAddress::ip)
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    private static Optional<Forward.Protocol> protocol(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Optional.of(Forward.Protocol.TCP);
            case "udp" -> Optional.of(Forward.Protocol.UDP);
            default -> Optional.empty();
        };
    }
}
