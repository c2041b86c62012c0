package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Network;
import io.quayside.engine.network.HostRoute;
import io.quayside.engine.network.IpRange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Whether address ranges can be those of a new network, and what they get in the way of.
///
/// @param networks those that the engine has
/// @param routes those of this computer; none if the engine doesn't run on it
record RangeChecks(Collection<Network> networks, List<HostRoute> routes) {
    /// The least that an IPv4 network needs: its gateway and one container.
    private static final int LONGEST_V4 = 30;

    /// Why the engine wouldn't take this range.
    Optional<String> fault(String text) {
        String shown = SafeText.line(text);
        Optional<IpRange> read = IpRange.parse(text).filter(range -> text.contains("/"));
        if (read.isEmpty()) {
            return Optional.of(shown + " is no address range such as 10.0.5.0/24.");
        }
        IpRange range = read.get();
        if (!range.isExact()) {
            return Optional.of(shown + " begins in the middle of a range. Its first address has to stand there.");
        }
        if (range.isV4() && range.length() > LONGEST_V4) {
            return Optional.of(shown + " has no room for containers.");
        }
        return networks.stream()
                .flatMap(network -> network.subnets().stream()
                        .filter(subnet -> IpRange.parse(subnet.subnet())
                                .filter(range::overlaps)
                                .isPresent())
                        .map(subnet -> shown + " overlaps the network " + SafeText.line(network.name()) + " ("
                                + SafeText.line(subnet.subnet()) + ")."))
                .findFirst();
    }

    /// What would be out of reach with this range, though the engine would take it.
    Optional<String> warning(String text) {
        return IpRange.parse(text)
                .flatMap(range -> routes.stream()
                        .filter(route -> route.range().overlaps(range))
                        .filter(route -> !isOfNetwork(route))
                        .findFirst()
                        .map(route ->
                                SafeText.line(text) + " overlaps " + name(route) + ". Containers may not reach it."));
    }

    private boolean isOfNetwork(HostRoute route) {
        return networks.stream()
                .flatMap(network -> network.subnets().stream())
                .anyMatch(subnet -> IpRange.parse(subnet.subnet())
                        .filter(range -> range.contains(route.range()))
                        .isPresent());
    }

    private static String name(HostRoute route) {
        if (route.isVpn()) {
            return "your VPN route";
        }
        return route.isOfEngine()
                ? "a network of another engine (" + route.range() + ")"
                : "the route of " + SafeText.line(route.device()) + " (" + route.range() + ")";
    }

    /// Why this can't be the gateway, or the part for containers, of a range.
    static Optional<String> partFault(String text, String range, boolean isRange) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String shown = SafeText.line(text);
        Optional<IpRange> part = IpRange.parse(text).filter(one -> text.contains("/") == isRange);
        if (part.isEmpty()) {
            return Optional.of(shown + (isRange ? " is no address range." : " is no address."));
        }
        return IpRange.parse(range)
                .filter(whole -> !whole.contains(part.get()))
                .map(whole -> shown + " is not in " + SafeText.line(range) + ".");
    }
}
