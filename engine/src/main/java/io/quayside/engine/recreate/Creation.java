package io.quayside.engine.recreate;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.RemoveOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/// Creates containers in any number of networks, also on engines that take one at a time.
public final class Creation {
    private static final int MANY_NETWORKS = 44;

    private Creation() {}

    /// Returns the new container's id. One that can't be put into all of its networks is removed again.
    public static String create(Engine engine, ContainerSpec spec, CreateOptions options) throws EngineException {
        if (spec.networks().size() <= 1 || engine.apiVersion().atLeast(1, MANY_NETWORKS)) {
            return engine.containers().create(spec, options).id();
        }
        Map<String, EndpointSettings> later = new LinkedHashMap<>(spec.networks());
        String mode = spec.hostConfig().networking().mode();
        String first = later.containsKey(mode)
                ? mode
                : later.containsKey("bridge")
                        ? "bridge"
                        : later.keySet().iterator().next();
        EndpointSettings firstEndpoint = later.remove(first);
        try (UndoSteps undo = new UndoSteps()) {
            String id = engine.containers()
                    .create(
                            new ContainerSpec(
                                    spec.config(),
                                    spec.hostConfig(),
                                    firstEndpoint == null ? Map.of() : Map.of(first, firstEndpoint)),
                            options)
                    .id();
            undo.add(() -> engine.containers().remove(id, RemoveOptions.withEverything()));
            for (Map.Entry<String, EndpointSettings> network : later.entrySet()) {
                engine.networks().connect(network.getKey(), id, network.getValue());
            }
            undo.keep();
            return id;
        }
    }
}
