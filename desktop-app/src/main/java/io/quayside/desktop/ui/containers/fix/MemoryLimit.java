package io.quayside.desktop.ui.containers.fix;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.Resources;
import java.util.Optional;

/// Raises how much memory a container may use.
public final class MemoryLimit {
    private MemoryLimit() {}

    /// Sets the limit, and lets the one on memory and swap together grow with it: engines refuse a smaller one.
    public static void raise(Engine engine, String id, long bytes) throws EngineException {
        Resources old = engine.containers().inspect(id).hostConfig().resources();
        Resources.Builder wanted = Resources.builder().memory(bytes);
        if (old.memorySwap() > 0) {
            wanted.memorySwap(Math.max(bytes, old.memorySwap() - old.memory() + bytes));
        } else if (old.memorySwap() < 0) {
            wanted.memorySwap(-1);
        }
        engine.containers().update(id, new ContainerUpdate(wanted.build(), Optional.empty()));
    }

    /// Twice the present limit, as far as the machine has it; nothing when that is no more than now.
    static Optional<Long> next(long limit, long machine) {
        long next = machine > 0 ? Math.min(machine, 2 * limit) : 2 * limit;
        return limit > 0 && next > limit ? Optional.of(next) : Optional.empty();
    }
}
