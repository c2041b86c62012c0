package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Network;
import io.quayside.engine.network.IpRange;
import io.quayside.engine.run.NetworkOption;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the engine has the networks of a form, and the addresses in them are free.
final class NetworkChecks {
    private static final String CONTAINER = "container:";
    private static final int SHORTEST_ID = 4;

    private final List<Network> networks;
    private final List<Container> others;
    private final List<RunFault> faults = new ArrayList<>();

    private NetworkChecks(List<Network> networks, List<Container> others) {
        this.networks = networks;
        this.others = others;
    }

    /// @param others the containers beside the one that is edited
    static List<RunFault> of(RunSpec spec, MirrorSnapshot engine, List<Container> others) {
        return engine.networks()
                .map(networks -> new NetworkChecks(networks, others).check(spec))
                .orElse(List.of());
    }

    private List<RunFault> check(RunSpec spec) {
        List<String> values = spec.values(RunFlag.NETWORK);
        if (values.isEmpty()) {
            spec.value(RunFlag.IP).ifPresent(ip -> address(NetworkOption.named("bridge"), ip));
        }
        for (int i = 0; i < values.size(); i++) {
            try {
                NetworkOption option = NetworkOption.read(values.get(i));
                network(option);
                String flat = i == 0 ? spec.value(RunFlag.IP).orElse("") : "";
                String ip = flat.isEmpty() ? option.place().ipv4Address() : flat;
                if (!ip.isEmpty()) {
                    address(option, ip);
                }
            } catch (RunValueException e) {
                // Said already.
            }
        }
        return faults;
    }

    private void network(NetworkOption option) {
        String name = option.name();
        if (name.startsWith(CONTAINER)) {
            String other = name.substring(CONTAINER.length());
            if (others.stream().noneMatch(one -> one.name().equals(other) || isId(other, one.id()))) {
                fault(
                        RunFlag.NETWORK,
                        name,
                        "There is no container " + SafeText.line(other) + " to share a network with.");
            }
        } else if (option.isUserDefined() && named(name).isEmpty()) {
            fault(RunFlag.NETWORK, name, "There is no network " + SafeText.line(name) + ".");
        }
    }

    private static boolean isId(String text, String id) {
        return text.length() >= SHORTEST_ID && id.startsWith(text);
    }

    private Optional<Network> named(String name) {
        return networks.stream()
                .filter(one -> one.name().equals(name) || isId(name, one.id()))
                .findFirst();
    }

    private void address(NetworkOption option, String ip) {
        if (!option.isUserDefined()) {
            fault(
                    RunFlag.IP,
                    ip,
                    "An address of one's own needs a network that somebody made, not “" + option.name() + "”.");
            return;
        }
        Optional<Network> network = named(option.name());
        List<String> subnets = network.map(Network::subnets).orElse(List.of()).stream()
                .map(Network.Subnet::subnet)
                .toList();
        if (!subnets.isEmpty() && subnets.stream().noneMatch(subnet -> IpRange.holds(subnet, ip))) {
            fault(
                    RunFlag.IP,
                    ip,
                    ip + " is not in " + SafeText.line(String.join(" or ", subnets)) + ", which "
                            + SafeText.line(option.name()) + " has.");
            return;
        }
        others.stream()
                .filter(Container::isUp)
                .filter(one -> one.networks().stream()
                        .anyMatch(member -> network.filter(known -> known.name().equals(member.network()))
                                        .isPresent()
                                && member.ip().equals(ip)))
                .findFirst()
                .ifPresent(one -> fault(RunFlag.IP, ip, ip + " is used by " + SafeText.line(one.name()) + "."));
    }

    private void fault(RunFlag flag, String value, String words) {
        faults.add(new RunFault(Optional.of(flag), value, words));
    }
}
