package io.quayside.engine.recreate;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.EndpointSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Puts the network that a container's mode names beside those that are listed, and takes it away again: lines and
/// engines leave it out where nothing more is said about it.
final class NetworkPlaces {
    /// How engines call the network that containers get without asking: Docker one way, Podman the other.
    private static final Set<String> USUAL = Set.of("bridge", "podman");

    private static final EndpointSettings NOTHING = EndpointSettings.builder().build();

    private NetworkPlaces() {}

    /// Whether a container has networks that it can leave and others join. Engines refuse it for those that have the
    /// machine's network, another container's or none.
    static boolean areItsOwn(ContainerSpec spec) {
        String mode = spec.hostConfig().networking().mode();
        return !mode.equals("host") && !mode.equals("none") && !mode.startsWith("container:");
    }

    /// With the network that the mode names among the others.
    ///
    /// @param there the container that is there, which knows how its engine calls the usual network
    static ContainerSpec listed(ContainerSpec spec, ContainerSpec there) {
        String mode = spec.hostConfig().networking().mode();
        String name = isUsual(mode) ? usual(there) : mode;
        boolean isThere = there.networks().containsKey(name);
        LinkedHashMap<String, EndpointSettings> all = new LinkedHashMap<>();
        spec.networks().forEach((each, endpoint) -> all.put(isUsual(each) ? usual(there) : each, endpoint));
        if (!all.containsKey(name) && (areItsOwn(spec) || isThere)) {
            all.putFirst(name, NOTHING);
        }
        return new ContainerSpec(spec.config(), spec.hostConfig(), all);
    }

    /// As engines take it for a new container.
    static ContainerSpec asked(ContainerSpec spec) {
        boolean isSaid = isUsual(spec.hostConfig().networking().mode())
                && spec.networks().keySet().stream().allMatch(USUAL::contains)
                && spec.networks().values().stream().allMatch(NOTHING::equals);
        return isSaid ? new ContainerSpec(spec.config(), spec.hostConfig(), Map.of()) : spec;
    }

    private static String usual(ContainerSpec there) {
        return there.networks().keySet().stream()
                .filter(USUAL::contains)
                .findFirst()
                .orElse("bridge");
    }

    private static boolean isUsual(String mode) {
        return mode.isEmpty() || mode.equals("default") || mode.equals("bridge");
    }
}
