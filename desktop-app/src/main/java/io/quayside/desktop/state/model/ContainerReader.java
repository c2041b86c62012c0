package io.quayside.desktop.state.model;

import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Health;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.PortMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Turns what the engine says about a container, in a list or in an inspection, into a [Container].
public final class ContainerReader {
    private static final Comparator<PortMapping> BY_PORT = Comparator.comparingInt(
                    (PortMapping port) -> port.isPublished() ? port.publicPort() : Integer.MAX_VALUE)
            .thenComparingInt(PortMapping::privatePort)
            .thenComparing(PortMapping::type)
            .thenComparing(PortMapping::ip);

    private ContainerReader() {}

    /// A line of a list. Times and exit code are as coarse as its English status.
    public static Container of(ContainerSummary summary, Instant now) {
        return new Container(
                summary.id(),
                summary.name(),
                summary.image(),
                summary.imageId(),
                summary.command(),
                summary.created(),
                summary.state(),
                summary.health().orElseGet(() -> StatusWords.health(summary.status())),
                sorted(summary.ports()),
                summary.labels(),
                summary.mounts(),
                summary.networks(),
                StatusWords.facts(summary.status(), now),
                Limits.UNKNOWN);
    }

    /// An inspection: everything is exact.
    public static Container of(ContainerDetails details) {
        return new Container(
                details.id(),
                details.name(),
                details.config().image(),
                details.imageId(),
                command(details),
                details.created().orElse(Instant.EPOCH),
                details.condition().state(),
                details.condition().health().map(Health::status).orElse(HealthStatus.NONE),
                ports(details),
                details.labels(),
                details.mounts(),
                networks(details.network().networks()),
                facts(details),
                limits(details));
    }

    private static String command(ContainerDetails details) {
        return details.args().isEmpty() ? details.path() : details.path() + " " + String.join(" ", details.args());
    }

    private static RunFacts facts(ContainerDetails details) {
        ContainerCondition condition = details.condition();
        return new RunFacts(
                true,
                condition.startedAt(),
                condition.finishedAt(),
                OptionalInt.of((int) condition.exitCode()),
                condition.oomKilled(),
                false,
                condition.error(),
                condition.health().map(Health::failingStreak).orElse(0),
                details.restartCount());
    }

    private static Limits limits(ContainerDetails details) {
        return new Limits(
                details.hostConfig().resources().memory(),
                details.hostConfig().restartPolicy().name(),
                (int) details.hostConfig().restartPolicy().maximumRetryCount(),
                details.config().tty(),
                details.hostConfig().autoRemove());
    }

    private static List<PortMapping> ports(ContainerDetails details) {
        // A stopped container has no ports of its own; what it will ask for is in its host config.
        Map<String, List<PortBinding>> source = details.network().ports().isEmpty()
                ? details.hostConfig().networking().portBindings()
                : details.network().ports();
        List<PortMapping> ports = new ArrayList<>();
        source.forEach((key, bindings) -> addPorts(ports, key, bindings));
        return sorted(ports);
    }

    private static void addPorts(List<PortMapping> ports, String key, List<PortBinding> bindings) {
        int slash = key.indexOf('/');
        String type = slash < 0 ? "tcp" : key.substring(slash + 1);
        int privatePort = number(slash < 0 ? key : key.substring(0, slash));
        if (bindings.isEmpty()) {
            ports.add(new PortMapping("", privatePort, 0, type));
        }
        for (PortBinding binding : bindings) {
            ports.add(new PortMapping(binding.hostIp(), privatePort, number(binding.hostPort()), type));
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0; // a range or an empty port: the engine picks one when the container starts
        }
    }

    private static List<NetworkAddress> networks(Map<String, EndpointSettings> settings) {
        return settings.entrySet().stream()
                .map(entry -> new NetworkAddress(
                        entry.getKey(),
                        entry.getValue().networkId(),
                        entry.getValue().ipAddress(),
                        entry.getValue().globalIpv6Address(),
                        entry.getValue().gateway(),
                        entry.getValue().macAddress()))
                .toList();
    }

    /// Published ports first, each once: engines list a port twice, for IPv4 and IPv6.
    private static List<PortMapping> sorted(List<PortMapping> ports) {
        List<PortMapping> result = new ArrayList<>();
        for (PortMapping port : ports.stream().sorted(BY_PORT).toList()) {
            boolean known = result.stream()
                    .anyMatch(other -> other.publicPort() == port.publicPort()
                            && other.privatePort() == port.privatePort()
                            && other.type().equals(port.type()));
            if (!known) {
                result.add(port);
            }
        }
        return result;
    }
}
