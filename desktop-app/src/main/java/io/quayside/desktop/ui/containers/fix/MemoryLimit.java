package io.quayside.desktop.ui.containers.fix;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.recreate.ContainerEdit;
import java.util.Optional;

/// Raises how much memory a container may use.
public final class MemoryLimit {
    private MemoryLimit() {}

    /// Sets the limit while the container is as it is.
    public static void raise(Engine engine, String id, long bytes) throws EngineException {
        ContainerEdit.of(engine, id)
                .to(spec -> spec.with(spec.hostConfig().toBuilder()
                        .resources(spec.hostConfig().resources().toBuilder()
                                .memory(bytes)
                                .build())
                        .build()))
                .applyLive(engine);
    }

    /// Twice the present limit, as far as the machine has it; nothing when that is no more than now.
    public static Optional<Long> next(long limit, long machine) {
        long next = machine > 0 ? Math.min(machine, 2 * limit) : 2 * limit;
        return limit > 0 && next > limit ? Optional.of(next) : Optional.empty();
    }
}
