package io.quayside.desktop.ui.containers.detail.mounts;

import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.PortBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Mounts, ports and networks of a container as an inspection has them; texts are as the engine sent them.
record MountFacts(List<Mount> mounts, List<Port> ports, List<Net> networks) {
    MountFacts {
        mounts = List.copyOf(mounts);
        ports = List.copyOf(ports);
        networks = List.copyOf(networks);
    }

    /// @param source the volume's name, or the path on the engine's machine; empty for what is in memory
    /// @param folder the path on the engine's machine, empty if there is none
    /// @param here whether that folder is one of this computer
    record Mount(String type, String source, String folder, String path, String access, String options, boolean here) {}

    /// @param inside such as `80`
    /// @param hostIp empty where it isn't published
    /// @param hostPort empty where it isn't published, or where any free one will be taken
    record Port(String inside, String protocol, String hostIp, String hostPort) {
        boolean isPublished() {
            return !hostPort.isEmpty();
        }

        /// Whether others than this computer may reach it.
        boolean isOpen() {
            return hostIp.isEmpty() || hostIp.equals("0.0.0.0") || hostIp.equals("::");
        }

        /// What a program on this computer connects to.
        String address() {
            String host = isOpen() || hostIp.equals("127.0.0.1") || hostIp.equals("::1") ? "localhost" : hostIp;
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + hostPort;
        }
    }

    /// A place in a network; addresses are empty while it doesn't run.
    record Net(String name, String ipv4, String ipv6, String gateway, String mac, List<String> aliases) {
        Net {
            aliases = List.copyOf(aliases);
        }
    }

    /// @param isHere whether a path of the engine's machine is a folder of this computer
    static MountFacts of(ContainerDetails details, Predicate<String> isHere) {
        return new MountFacts(
                details.mounts().stream()
                        .sorted(Comparator.comparing(MountPoint::destination))
                        .map(mount -> mount(mount, isHere))
                        .toList(),
                ports(details),
                details.network().networks().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> net(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Mount mount(MountPoint mount, Predicate<String> isHere) {
        boolean volume = !mount.name().isEmpty();
        List<String> options = new ArrayList<>();
        List.of(mount.mode(), mount.propagation(), volume && !mount.driver().equals("local") ? mount.driver() : "")
                .forEach(option -> {
                    if (!option.isEmpty()) {
                        options.add(option);
                    }
                });
        boolean bind = mount.type().equals("bind");
        return new Mount(
                mount.type(),
                volume ? mount.name() : mount.source(),
                mount.source(),
                mount.destination(),
                mount.writable() ? "Read and write" : "Read only",
                String.join(", ", options),
                bind && isHere.test(mount.source()));
    }

    private static List<Port> ports(ContainerDetails details) {
        Map<String, List<PortBinding>> wished =
                details.hostConfig().networking().portBindings();
        Map<String, List<PortBinding>> now =
                details.network().ports().isEmpty() ? wished : details.network().ports();
        List<Port> ports = new ArrayList<>();
        now.forEach((port, bindings) -> {
            int slash = port.indexOf('/');
            String inside = slash < 0 ? port : port.substring(0, slash);
            String protocol = slash < 0 ? "tcp" : port.substring(slash + 1);
            if (bindings.isEmpty()) {
                ports.add(new Port(inside, protocol, "", ""));
            }
            bindings.forEach(binding -> ports.add(new Port(inside, protocol, binding.hostIp(), binding.hostPort())));
        });
        ports.sort(Comparator.comparingInt((Port port) -> number(port.inside()))
                .thenComparing(Port::protocol)
                .thenComparing(Port::hostIp)
                .thenComparing(Port::hostPort));
        return ports;
    }

    private static int number(String port) {
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : Integer.MAX_VALUE;
    }

    private static Net net(String name, EndpointSettings place) {
        List<String> names = new ArrayList<>(place.aliases());
        place.dnsNames().stream().filter(other -> !names.contains(other)).forEach(names::add);
        return new Net(
                name,
                place.ipAddress().isEmpty() ? "" : place.ipAddress() + "/" + place.ipPrefixLength(),
                place.globalIpv6Address().isEmpty()
                        ? ""
                        : place.globalIpv6Address() + "/" + place.globalIpv6PrefixLength(),
                place.gateway(),
                place.macAddress(),
                names);
    }
}
