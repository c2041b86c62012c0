package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A network as the list shows it.
///
/// @param members the containers in it, those that run first
/// @param age since when it is there, empty if the engine doesn't say or it is the engine's own
/// @param busy the word for an action under way, "Deleting"
/// @param deletingIn seconds until a deletion that can still be undone
/// @param live whether the engine confirms all of it now
public record NetworkLine(
        Network network,
        List<NetworkMember> members,
        String age,
        Optional<String> busy,
        Optional<Integer> deletingIn,
        boolean live) {
    private static final String PROJECT = "com.docker.compose.project";
    private static final Set<String> OWN = Set.of("bridge", "host", "none", "podman", "ingress", "docker_gwbridge");
    private static final Set<String> WITHOUT_ADDRESSES = Set.of("host", "null");

    public NetworkLine {
        members = List.copyOf(members);
    }

    static NetworkLine of(
            Network network,
            MirrorSnapshot snapshot,
            Instant now,
            Optional<String> busy,
            Optional<Integer> deletingIn) {
        List<NetworkMember> members = new ArrayList<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            container.networks().stream()
                    .filter(place -> place.networkId().isEmpty()
                            ? place.network().equals(network.name())
                            : place.networkId().equals(network.id()))
                    .findFirst()
                    .ifPresent(place -> members.add(NetworkMember.of(
                            container,
                            place,
                            snapshot.live()
                                    ? StatusText.of(container, now)
                                    : StatusText.past(container, snapshot.asOf(), now))));
        }
        members.sort(Comparator.comparing((NetworkMember member) -> !member.isUp())
                .thenComparing(NetworkMember::name)
                .thenComparing(NetworkMember::id));
        String age = isOwn(network)
                ? ""
                : network.created()
                        .map(created -> Times.age(Duration.between(created, now)))
                        .orElse("");
        return new NetworkLine(network, members, age, busy, deletingIn, snapshot.live());
    }

    private static boolean isOwn(Network network) {
        return OWN.contains(network.name());
    }

    public String id() {
        return network.id();
    }

    public String name() {
        return SafeText.line(network.name());
    }

    public String driver() {
        return SafeText.line(network.driver());
    }

    /// All its address ranges, or a dash.
    public String subnets() {
        String all = network.subnets().stream()
                .map(Network.Subnet::subnet)
                .filter(range -> !range.isEmpty())
                .map(SafeText::line)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }

    /// The compose project it belongs to.
    public Optional<String> project() {
        return Optional.ofNullable(network.labels().get(PROJECT))
                .filter(value -> !value.isBlank())
                .map(SafeText::line);
    }

    /// Where it reaches: "local", with what is special about it.
    public String scope() {
        String scope = SafeText.line(network.scope());
        return network.internal() ? scope + ", internal" : scope;
    }

    /// The containers in it that run.
    public List<NetworkMember> running() {
        return members.stream().filter(NetworkMember::isUp).toList();
    }

    /// "3 containers", or "None".
    public String containers() {
        return switch (members.size()) {
            case 0 -> "None";
            case 1 -> "1 container";
            default -> members.size() + " containers";
        };
    }

    /// Why it can't be deleted at all: the engine brought it along.
    public Optional<String> lock() {
        return isOwn(network)
                ? Optional.of(name() + " is the engine’s own network and can’t be deleted.")
                : Optional.empty();
    }

    /// Why no container can be put into it or taken out of it, if that is so.
    public Optional<String> closed() {
        return WITHOUT_ADDRESSES.contains(network.driver())
                ? Optional.of("Containers get into " + name() + " only when they are created.")
                : Optional.empty();
    }

    /// Whether containers may have names and addresses of their choice in it: the engine's own has none of that.
    public boolean isUserDefined() {
        return !isOwn(network) || network.name().equals("podman");
    }

    public boolean canAct() {
        return live && busy.isEmpty() && deletingIn.isEmpty();
    }

    /// Whether it can be deleted now, or why not.
    public Optional<String> notDeletable() {
        if (!live) {
            return Optional.of("The engine is not there");
        }
        return lock().or(() -> canAct() ? Optional.empty() : Optional.of("It is being deleted"));
    }
}
