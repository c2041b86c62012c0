package io.quayside.desktop.compose;

import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.model.Network;
import io.quayside.engine.network.IpRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names who has what a project asked for and didn't get: a port, a name, a range of addresses. The engine's words say
/// only that it is taken.
public final class ComposeConflict {
    private static final Pattern ENDPOINT = Pattern.compile("\\bon endpoint ([A-Za-z0-9][\\w.-]{0,127})\\b");

    private ComposeConflict() {}

    /// The same problem, with names as far as they are known.
    static Problem named(Problem problem, MirrorSnapshot snapshot, Optional<ComposeModel> model) {
        if (problem.cause().isEmpty()) {
            return problem;
        }
        return switch (problem.cause().get()) {
            case EngineCause.PortTaken(int port) -> port(problem, port, snapshot);
            case EngineCause.NameTaken taken -> name(problem, taken, snapshot);
            case EngineCause.RangeTaken(String network) -> range(problem, network, snapshot, model);
            default -> problem;
        };
    }

    /// The running container that has published a port.
    public static Optional<Container> holder(int port, MirrorSnapshot snapshot) {
        return snapshot.containers().stream()
                .flatMap(all -> all.values().stream())
                .filter(Container::isUp)
                .filter(container -> container.ports().stream().anyMatch(one -> one.publicPort() == port))
                .findFirst();
    }

    private static Problem port(Problem problem, int port, MirrorSnapshot snapshot) {
        Matcher wants = ENDPOINT.matcher(problem.engineMessage().orElse(""));
        String title = wants.find() && port > 0
                ? SafeText.line(wants.group(1)) + " couldn't start: port " + port + " is already in use."
                : problem.title();
        String why = holder(port, snapshot)
                .map(container -> "The container " + whole(container) + " has published it.")
                .orElse(problem.why());
        return problem.withWords(title, why);
    }

    private static Problem name(Problem problem, EngineCause.NameTaken taken, MirrorSnapshot snapshot) {
        return snapshot.container(taken.holderId())
                .map(container -> problem.withWords(
                        "The name " + SafeText.line(taken.name()) + " is taken by a "
                                + (container.isUp() ? "running" : "stopped") + " container.",
                        container
                                .project()
                                .map(project -> "It belongs to the project " + SafeText.line(project) + ".")
                                .orElse("It doesn't belong to a project.")))
                .orElse(problem);
    }

    private static String whole(Container container) {
        return SafeText.line(container.name())
                + container
                        .project()
                        .map(project -> " of the project " + SafeText.line(project))
                        .orElse("");
    }

    private static Problem range(
            Problem problem, String network, MirrorSnapshot snapshot, Optional<ComposeModel> model) {
        List<String> wanted = model.map(ComposeModel::ranges).orElse(Map.of()).getOrDefault(network, List.of());
        for (String range : wanted) {
            Optional<Network> holder = snapshot.networks().stream()
                    .flatMap(List::stream)
                    .filter(one -> !one.name().equals(network))
                    .filter(one -> one.subnets().stream().anyMatch(subnet -> overlap(subnet.subnet(), range)))
                    .findFirst();
            if (holder.isPresent()) {
                return problem.withWords(
                        problem.title(),
                        SafeText.line(range) + " overlaps the network "
                                + SafeText.line(holder.get().name()) + ".");
            }
        }
        return problem;
    }

    private static boolean overlap(String one, String other) {
        return IpRange.parse(one)
                .flatMap(range -> IpRange.parse(other).filter(range::overlaps))
                .isPresent();
    }
}
