package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What there is on the engine to choose from.
final class EngineNames {
    private static final Set<String> BUILT_IN = Set.of("bridge", "host", "none");

    private EngineNames() {}

    /// The names of all volumes.
    static List<String> volumes(MirrorSnapshot engine) {
        return engine.volumes().orElse(List.of()).stream()
                .map(Volume::name)
                .sorted()
                .toList();
    }

    /// All containers, by name.
    static List<Container> containers(MirrorSnapshot engine) {
        return engine.containers().orElse(Map.of()).values().stream()
                .sorted(Comparator.comparing(Container::name))
                .toList();
    }

    /// All networks, those of the engine itself first.
    static List<Network> networks(MirrorSnapshot engine) {
        return engine.networks().orElse(List.of()).stream()
                .sorted(Comparator.<Network, Boolean>comparing(one -> !BUILT_IN.contains(one.name()))
                        .thenComparing(Network::name))
                .toList();
    }
}
