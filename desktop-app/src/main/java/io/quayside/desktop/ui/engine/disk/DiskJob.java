package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.TrimmedLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Carries out what was chosen, and measures before and after, once each. Blocks.
final class DiskJob {
    /// What came of it.
    ///
    /// @param after the disk as it is now
    /// @param words one sentence
    record Outcome(Measured after, DiskRun run, String words) {}

    private final EngineSession session;
    private final EngineDisk disk;
    private final DiskMeasure measure;
    private final InstantSource clock;

    DiskJob(EngineSession session, EngineDisk disk, DiskMeasure measure, InstantSource clock) {
        this.session = session;
        this.disk = disk;
        this.measure = measure;
        this.clock = clock;
    }

    /// Deletes what the plan names, then gives blocks back if that is in it.
    Outcome free(List<DiskItem> plan, TaskContext context) throws EngineException, VmException, InterruptedException {
        Instant start = clock.instant();
        Engine engine = session.connected();
        Measured before = measure.of(engine);
        TrimmedLogs logs = trim(plan, before, context);
        int kept = new DiskFreeing(engine, context).free(inOrder(plan))
                + logs.inUse().size();
        if (before.machine().isPresent() && plan.stream().anyMatch(item -> item.kind() == Kind.BLOCKS)) {
            context.detail("Returning free blocks to this computer");
            disk.returnBlocks(before.machine().get().machine());
        }
        Measured after = measure.of(engine);
        long freed = Math.max(0, before.plan().total() - after.plan().total()) + logs.freedBytes();
        Duration took = Duration.between(start, clock.instant());
        DiskRun run = DiskRun.of(start, took, plan, freed, kept, before.machine(), after.machine());
        return new Outcome(after, run, words(run, kept));
    }

    /// Only what the plan names.
    private TrimmedLogs trim(List<DiskItem> plan, Measured before, TaskContext context)
            throws VmException, InterruptedException {
        List<String> containers = plan.stream()
                .filter(item -> item.kind() == Kind.LOGS)
                .flatMap(item -> item.parts().stream())
                .map(DiskItem.Part::key)
                .toList();
        if (containers.isEmpty() || before.machine().isEmpty()) {
            return new TrimmedLogs(0, List.of());
        }
        context.detail("Cutting the logs of containers");
        return disk.trimLogs(before.machine().get().machine(), containers, LogSizes.KEPT);
    }

    /// Containers first: an image is free once none was made from it.
    private static List<DiskItem> inOrder(List<DiskItem> plan) {
        return Stream.concat(
                        plan.stream().filter(item -> item.kind() == Kind.CONTAINERS),
                        plan.stream()
                                .filter(item -> item.kind() != Kind.CONTAINERS
                                        && item.kind() != Kind.BLOCKS
                                        && item.kind() != Kind.LOGS))
                .toList();
    }

    private static String words(DiskRun run, int kept) {
        String back = run.returned().planned().isPresent()
                        && run.returned().measured().isPresent()
                ? Sizes.of(run.returned().measured().getAsLong()) + " came back to this computer"
                : "";
        String freed = run.freed().measured().isPresent()
                ? "Freed " + Sizes.of(run.freed().measured().getAsLong()) + " in " + Times.took(run.took())
                : "";
        String all = freed.isEmpty() || back.isEmpty() ? freed + back : freed + ", " + back;
        return all + "." + (kept > 0 ? " " + DiskRun.kept(kept) + "." : "");
    }

    /// Stops the machine, copies its disk without what is zero, and starts it again.
    Outcome shrink(String machine, TaskContext context) throws EngineException, VmException, InterruptedException {
        Instant start = clock.instant();
        Measured before = measure.of(session.connected());
        ShrinkReport report = disk.shrink(machine, context::progress);
        Measured after = measure.of(session.connected());
        DiskRun run = DiskRun.returned(
                start, Duration.between(start, clock.instant()), report, before.machine(), after.machine());
        String words = "Returned " + Sizes.of(report.returned()) + " to this computer: "
                + Sizes.of(report.onHostBefore()) + " before, " + Sizes.of(report.onHostAfter()) + " now.";
        return new Outcome(after, run, words);
    }
}
