package io.quayside.desktop.ui.networks.detail;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Network;
import io.quayside.engine.network.IpRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What was typed to put a container into a network, and what is wrong with it.
///
/// @param aliases as typed, with commas or spaces between
record ConnectDraft(NetworkLine network, String aliases, String ipv4, String ipv6) {
    List<String> names() {
        return Arrays.stream(aliases.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    EndpointSettings place() {
        return EndpointSettings.builder()
                .aliases(names())
                .ipv4Address(ipv4.strip())
                .ipv6Address(ipv6.strip())
                .build();
    }

    Optional<String> aliasesFault() {
        return names().stream()
                .filter(name -> !name.matches("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?"))
                .findFirst()
                .map(name -> "“" + SafeText.line(name) + "” can’t be a name: use letters, digits, dots and dashes.");
    }

    Optional<String> ipv4Fault() {
        return fault(ipv4.strip(), true);
    }

    Optional<String> ipv6Fault() {
        return fault(ipv6.strip(), false);
    }

    private Optional<String> fault(String address, boolean v4) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String shown = SafeText.line(address);
        Optional<IpRange> read = IpRange.parse(address).filter(one -> one.isV4() == v4 && !address.contains("/"));
        if (read.isEmpty()) {
            return Optional.of(shown + " is no " + (v4 ? "IPv4" : "IPv6") + " address.");
        }
        List<Network.Subnet> subnets = network.network().subnets().stream()
                .filter(subnet -> IpRange.parse(subnet.subnet())
                        .filter(range -> range.isV4() == v4)
                        .isPresent())
                .toList();
        if (subnets.isEmpty()) {
            return Optional.of(network.name() + " has no " + (v4 ? "IPv4" : "IPv6") + " addresses.");
        }
        if (subnets.stream()
                .noneMatch(
                        subnet -> IpRange.parse(subnet.subnet()).orElseThrow().contains(read.get()))) {
            return Optional.of(shown + " is not in "
                    + SafeText.line(String.join(
                            " or ", subnets.stream().map(Network.Subnet::subnet).toList()))
                    + ", which " + network.name() + " has.");
        }
        if (subnets.stream().anyMatch(subnet -> isSame(subnet.gateway(), read.get()))) {
            return Optional.of(shown + " is the gateway of " + network.name() + ".");
        }
        return network.members().stream()
                .filter(member -> member.addresses().stream().anyMatch(taken -> isSame(taken, read.get())))
                .findFirst()
                .map(NetworkMember::name)
                .map(name -> shown + " is used by " + name + ".");
    }

    private static boolean isSame(String text, IpRange address) {
        return IpRange.parse(text).filter(address::equals).isPresent();
    }
}
