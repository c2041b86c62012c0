package io.quayside.desktop.ui.engine.disk;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.DiskUsage;
import io.quayside.vm.error.VmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the engine and its machine what takes space. Blocks.
final class DiskMeasure {
    private static final Logger LOG = LoggerFactory.getLogger(DiskMeasure.class);

    /// What was measured.
    ///
    /// @param machine of the engine, if it is in one
    /// @param at when all of it was known
    /// @param took how long that took
    record Measured(Space space, DiskPlan plan, Optional<EngineDisk.Use> machine, Instant at, Duration took) {}

    private final EngineDisk disk;
    private final InstantSource clock;

    DiskMeasure(EngineDisk disk, InstantSource clock) {
        this.disk = disk;
        this.clock = clock;
    }

    Measured of(Engine engine) throws EngineException, InterruptedException {
        Instant begin = clock.instant();
        DiskUsage usage = engine.system().diskUsage();
        Optional<EngineDisk.Use> machine = use();
        LogSizes logs = machine.isPresent() ? logs(machine.get().machine()) : LogSizes.UNKNOWN;
        Instant now = clock.instant();
        DiskPlan plan = DiskPlan.of(usage, machine, logs, now);
        return new Measured(
                Space.of(usage, plan, machine, logs, now), plan, machine, now, Duration.between(begin, now));
    }

    private LogSizes logs(String machine) throws InterruptedException {
        try {
            return LogSizes.of(disk.logs(machine));
        } catch (VmException e) {
            LOG.info("What containers have printed can't be measured: {}", e.getMessage());
            return LogSizes.UNKNOWN;
        }
    }

    /// Empty also when it can't be measured now.
    private Optional<EngineDisk.Use> use() throws InterruptedException {
        try {
            return disk.use();
        } catch (VmException e) {
            LOG.info("The machine's disk can't be measured: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
