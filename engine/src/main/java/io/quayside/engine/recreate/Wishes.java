package io.quayside.engine.recreate;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.StorageSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was asked for when a container was made: what its image says by itself is left out, so that another image says
/// it anew. Its volumes without a name go along under the names that the engine made up for them.
public final class Wishes {
    private Wishes() {}

    /// @param image what the container's image says
    public static ContainerSpec of(ContainerDetails details, ContainerConfig image) {
        ContainerSpec all = ContainerSpec.from(details);
        ContainerConfig config = all.config();
        ContainerSpec own = all.with(config.toBuilder()
                .hostname(ownsHostname(details) ? config.hostname() : "")
                .env(minus(config.env(), image.env()))
                .labels(minus(config.labels(), image.labels()))
                .exposedPorts(minus(config.exposedPorts(), image.exposedPorts()))
                .volumes(minus(config.volumes(), image.volumes()))
                .user(unless(config.user(), image.user()))
                .workingDir(unless(config.workingDir(), image.workingDir()))
                .stopSignal(unless(config.stopSignal(), image.stopSignal()))
                .healthcheck(config.healthcheck().equals(image.healthcheck()) ? Optional.empty() : config.healthcheck())
                .entrypoint(inheritsProgram(config, image) ? Optional.empty() : programOf(config))
                .cmd(
                        inheritsProgram(config, image) && words(config.cmd()).equals(words(image.cmd()))
                                ? Optional.empty()
                                : config.cmd())
                .build());
        return own.with(own.hostConfig().toBuilder()
                .storage(withVolumes(own.hostConfig().storage(), details.mounts()))
                .build());
    }

    /// Inside another's network, or with the machine's own names, the host name isn't the container's.
    private static boolean ownsHostname(ContainerDetails details) {
        return !details.hostConfig().networking().mode().startsWith("container:")
                && !details.hostConfig().namespaces().uts().equals("host");
    }

    private static boolean inheritsProgram(ContainerConfig config, ContainerConfig image) {
        return words(config.entrypoint()).equals(words(image.entrypoint()))
                && (!words(config.cmd()).isEmpty() || words(image.cmd()).isEmpty());
    }

    /// A list with one empty text asks for no program at all.
    private static Optional<List<String>> programOf(ContainerConfig config) {
        return words(config.entrypoint()).isEmpty() ? Optional.of(List.of("")) : config.entrypoint();
    }

    private static List<String> words(Optional<List<String>> words) {
        return words.filter(list -> !list.equals(List.of(""))).orElse(List.of());
    }

    private static String unless(String own, String inherited) {
        return own.equals(inherited) ? "" : own;
    }

    private static List<String> minus(List<String> own, List<String> inherited) {
        return own.stream().filter(one -> !inherited.contains(one)).toList();
    }

    private static Set<String> minus(Set<String> own, Set<String> inherited) {
        Set<String> left = new LinkedHashSet<>(own);
        left.removeAll(inherited);
        return left;
    }

    private static Map<String, String> minus(Map<String, String> own, Map<String, String> inherited) {
        Map<String, String> left = new LinkedHashMap<>(own);
        left.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), inherited.get(entry.getKey())));
        return left;
    }

    private static StorageSettings withVolumes(StorageSettings storage, List<MountPoint> mounted) {
        Map<String, MountPoint> volumes = mounted.stream()
                .filter(mount -> mount.type().equals("volume") && !mount.name().isEmpty())
                .collect(Collectors.toMap(
                        MountPoint::destination, mount -> mount, (first, second) -> first, LinkedHashMap::new));
        List<MountSpec> mounts = storage.mounts().stream()
                .map(mount -> mount.source().isEmpty() && volumes.containsKey(mount.target())
                        ? mount.toBuilder()
                                .source(volumes.get(mount.target()).name())
                                .build()
                        : mount)
                .toList();
        Set<String> placed = Stream.concat(
                        storage.mounts().stream().map(MountSpec::target),
                        storage.binds().stream().map(Wishes::target))
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
