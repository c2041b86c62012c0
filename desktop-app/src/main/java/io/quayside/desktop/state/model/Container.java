package io.quayside.desktop.state.model;

import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One container as last heard of. All text in it is untrusted.
///
/// @param id the full id
/// @param name its name without the slash
/// @param image what it was created from, as named then
/// @param command the main process's command line
/// @param limits known once it was inspected
public record Container(
        String id,
        String name,
        String image,
        String imageId,
        String command,
        Instant created,
        ContainerState state,
        HealthStatus health,
        List<PortMapping> ports,
        Map<String, String> labels,
        List<MountPoint> mounts,
        List<NetworkAddress> networks,
        RunFacts run,
        Limits limits) {
    private static final String PROJECT = "com.docker.compose.project";

    public Container {
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        networks = List.copyOf(networks);
    }

    /// The compose project it belongs to.
    public Optional<String> project() {
        return label(PROJECT);
    }

    /// The folder of the compose project.
    public Optional<String> projectFolder() {
        return label("com.docker.compose.project.working_dir");
    }

    /// The service of the compose project that it runs.
    public Optional<String> service() {
        return label("com.docker.compose.service");
    }

    public String shortId() {
        return id.length() <= 12 ? id : id.substring(0, 12);
    }

    /// Whether it has processes now.
    public boolean isUp() {
        return state.hasProcesses() || state == ContainerState.RESTARTING;
    }

    /// Whether it is unhealthy, couldn't start, or ended by a fault.
    public boolean hasProblem() {
        return switch (state) {
            case RUNNING -> health == HealthStatus.UNHEALTHY;
            case CREATED -> !run.error().isEmpty();
            case EXITED -> !run.error().isEmpty() || ranOutOfMemory() || endedByFault();
            case RESTARTING, DEAD -> true;
            default -> false;
        };
    }

    /// Whether a list of containers shows the other at the same place: they differ in nothing but what an inspection
    /// adds.
    public boolean isListedLike(Container other) {
        return name.equals(other.name)
                && image.equals(other.image)
                && command.equals(other.command)
                && created.equals(other.created)
                && state == other.state
                && health == other.health
                && ports.equals(other.ports)
                && labels.equals(other.labels)
                && hasProblem() == other.hasProblem();
    }

    /// Whether only an inspection can tell if it has a problem: lists leave out why a container couldn't be started and
    /// whether it ran out of memory. Engines give both a code other than 0.
    public boolean mayHideProblem() {
        return !run.exact()
                && (state == ContainerState.CREATED
                        || (state == ContainerState.EXITED && run.exitCode().orElse(1) != 0));
    }

    /// Whether it was ended for lack of memory. One that came to a good end in spite of it was not.
    public boolean ranOutOfMemory() {
        return state == ContainerState.EXITED
                && run.oomKilled()
                && run.exitCode().orElse(0) != 0;
    }

    /// Whether it ended with a code that neither success nor a requested stop explains.
    public boolean endedByFault() {
        int code = run.exitCode().orElse(0);
        if (code == 0) {
            return false;
        }
        return !(code == 143 || code == 130 || run.stopRequested());
    }

    /// The same with other facts of its run.
    public Container withRun(RunFacts facts) {
        return new Container(
                id, name, image, imageId, command, created, state, health, ports, labels, mounts, networks, facts,
                limits);
    }

    private Optional<String> label(String key) {
        return Optional.ofNullable(labels.get(key)).filter(value -> !value.isBlank());
    }
}
