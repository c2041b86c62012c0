package io.quayside.desktop.ui.containers.fix;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Recreation;
import io.quayside.engine.recreate.Replacement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a container that can't start again with one host port in the place of another.
public final class OtherPort {
    private static final Logger LOG = LoggerFactory.getLogger(OtherPort.class);

    private OtherPort() {}

    /// The new one starts, and only then the old one is deleted, which never ran with that port.
    ///
    /// @return the new container's id
    public static String use(Engine engine, String id, int taken, int free) throws EngineException {
        Replacement made =
                ContainerEdit.of(engine, id).to(spec -> with(spec, taken, free)).recreate(engine, true);
        try {
            new Recreation(engine).discardOld(made);
        } catch (EngineException e) {
            LOG.warn("The new container runs, but the old one, {}, can't be deleted", made.aside(), e);
        }
        return made.newId();
    }

    private static ContainerSpec with(ContainerSpec spec, int taken, int free) {
        HostConfig host = spec.hostConfig();
        Map<String, List<PortBinding>> bindings = new LinkedHashMap<>();
        host.networking()
                .portBindings()
                .forEach((port, targets) -> bindings.put(
                        port,
                        targets.stream()
                                .map(target -> target.hostPort().equals(String.valueOf(taken))
                                        ? new PortBinding(target.hostIp(), String.valueOf(free))
                                        : target)
                                .toList()));
        return spec.with(host.toBuilder()
                .networking(host.networking().toBuilder().portBindings(bindings).build())
                .build());
    }
}
