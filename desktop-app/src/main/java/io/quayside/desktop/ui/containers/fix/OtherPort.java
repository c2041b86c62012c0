package io.quayside.desktop.ui.containers.fix;

import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.StorageSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The same container with one host port in the place of another. Its volumes without a name go along: the new one gets
/// them by the names that the engine made up for them.
final class OtherPort {
    private OtherPort() {}

    static ContainerSpec of(ContainerDetails details, int taken, int free) {
        ContainerSpec same = ContainerSpec.from(details);
        HostConfig host = same.hostConfig();
        return same.with(host.toBuilder()
                .networking(withPort(host.networking(), taken, free))
                .storage(withVolumes(host.storage(), details.mounts()))
                .build());
    }

    private static NetworkingSettings withPort(NetworkingSettings networking, int taken, int free) {
        Map<String, List<PortBinding>> bindings = new LinkedHashMap<>();
        networking
                .portBindings()
                .forEach((port, targets) -> bindings.put(
                        port,
                        targets.stream()
                                .map(target -> target.hostPort().equals(String.valueOf(taken))
                                        ? new PortBinding(target.hostIp(), String.valueOf(free))
                                        : target)
                                .toList()));
        return networking.toBuilder().portBindings(bindings).build();
    }

    private static StorageSettings withVolumes(StorageSettings storage, List<MountPoint> mounted) {
        Map<String, MountPoint> volumes = mounted.stream()
                .filter(mount -> mount.type().equals("volume") && !mount.name().isEmpty())
                .collect(Collectors.toMap(MountPoint::destination, mount -> mount, (first, second) -> first));
        List<MountSpec> mounts = storage.mounts().stream()
                .map(mount -> mount.source().isEmpty() && volumes.containsKey(mount.target())
                        ? mount.toBuilder()
                                .source(volumes.get(mount.target()).name())
                                .build()
                        : mount)
                .toList();
        Set<String> placed = Stream.concat(
                        storage.mounts().stream().map(MountSpec::target),
                        storage.binds().stream().map(OtherPort::target))
                .collect(Collectors.toSet());
        List<String> binds = new ArrayList<>(storage.binds());
        volumes.forEach((destination, mount) -> {
            if (!placed.contains(destination)) {
                binds.add(mount.name() + ":" + destination + (mount.writable() ? "" : ":ro"));
            }
        });
        return storage.toBuilder().mounts(mounts).binds(binds).build();
    }

    /// Of `source:target[:options]`.
    private static String target(String bind) {
        String[] parts = bind.split(":");
        return parts.length > 1 ? parts[1] : bind;
    }
}
