package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.vm.disk.ShrinkReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What became of the last time something went from the disk: planned against measured.
///
/// @param at when it began
/// @param freed in the engine
/// @param returned to this computer
/// @param before the machine's disk; empty for an engine in no machine
/// @param after the same
/// @param went what was planned
/// @param differences a sentence for each
record DiskRun(
        Instant at,
        Duration took,
        Amount freed,
        Amount returned,
        Optional<Use> before,
        Optional<Use> after,
        List<Went> went,
        List<String> differences) {
    /// Bytes.
    ///
    /// @param planned empty if it wasn't what the run was for
    /// @param measured empty if it can't be known
    record Amount(OptionalLong planned, OptionalLong measured) {
        private static final Amount NONE = new Amount(OptionalLong.empty(), OptionalLong.empty());
    }

    /// One line of the plan.
    ///
    /// @param count of the things that it was about
    record Went(String title, int count, long bytes) {}

    private static final String PARTLY = " in blocks that are still partly used, and in the file’s own tables.";

    DiskRun {
        went = List.copyOf(went);
        differences = List.copyOf(differences);
    }

    /// After a plan was carried out.
    ///
    /// @param measured what became free in the engine
    /// @param kept how many things came into use and stay
    static DiskRun of(
            Instant at,
            Duration took,
            List<DiskItem> plan,
            long measured,
            int kept,
            Optional<Use> before,
            Optional<Use> after) {
        boolean blocks = has(plan, DiskItem.Kind.BLOCKS);
        boolean deletes = plan.stream().anyMatch(item -> item.kind() != DiskItem.Kind.BLOCKS);
        long planned = engineBytes(plan);
        OptionalLong back = before.isPresent() && after.isPresent()
                ? OptionalLong.of(
                        Math.max(0, before.get().onHost() - after.get().onHost()))
                : OptionalLong.empty();
        long held = before.map(Use::held).orElse(0L);
        List<String> differences = new ArrayList<>();
        if (deletes) {
            boolean images = has(plan, DiskItem.Kind.IMAGES) || has(plan, DiskItem.Kind.UNTAGGED);
            difference(planned, measured)
                    .map(much -> much + (kept > 0 ? kept(kept) + "." : images ? shared(planned > measured) : others()))
                    .ifPresent(differences::add);
        }
        if (blocks && back.isPresent()) {
            long due = (deletes ? measured : 0) + held;
            if (!Sizes.of(due).equals(Sizes.of(back.getAsLong()))) {
                differences.add(Sizes.of(Math.abs(due - back.getAsLong()))
                        + (due > back.getAsLong()
                                ? " of that didn’t come back: it sits" + PARTLY
                                : " more came back: blocks had become free meanwhile."));
            }
        }
        return new DiskRun(
                at,
                took,
                deletes ? new Amount(OptionalLong.of(planned), OptionalLong.of(measured)) : Amount.NONE,
                new Amount(blocks ? OptionalLong.of(planned + held) : OptionalLong.empty(), back),
                before,
                after,
                plan.stream()
                        .map(item -> new Went(item.title(), item.parts().size(), item.bytes()))
                        .toList(),
                differences);
    }

    private static boolean has(List<DiskItem> plan, DiskItem.Kind kind) {
        return plan.stream().anyMatch(item -> item.kind() == kind);
    }

    /// What a plan frees in the engine, in bytes.
    static long engineBytes(List<DiskItem> plan) {
        return plan.stream()
                .filter(item -> item.kind() != DiskItem.Kind.BLOCKS)
                .mapToLong(DiskItem::bytes)
                .sum();
    }

    /// After the file was copied without what nothing uses.
    static DiskRun returned(Instant at, Duration took, ShrinkReport report, Optional<Use> before, Optional<Use> after) {
        OptionalLong planned = before.map(use -> OptionalLong.of(use.held())).orElse(OptionalLong.empty());
        long measured = report.returned();
        Optional<String> much = planned.isPresent() ? difference(planned.getAsLong(), measured) : Optional.empty();
        return new DiskRun(
                at,
                took,
                Amount.NONE,
                new Amount(planned, OptionalLong.of(measured)),
                before,
                after,
                List.of(new Went("Shrink the disk file", 1, planned.orElse(0))),
                much
                        .map(words -> words
                                + (planned.orElse(0) > measured
                                        ? "it sits" + PARTLY
                                        : "more had become free meanwhile."))
                        .stream()
                        .toList());
    }

    /// Nothing where it couldn't be seen.
    private static Optional<String> difference(long planned, long measured) {
        if (Sizes.of(planned).equals(Sizes.of(measured))) {
            return Optional.empty();
        }
        String size = Sizes.of(Math.abs(planned - measured));
        return Optional.of(size + (planned > measured ? " less" : " more") + " than planned: ");
    }

    /// "2 things came into use and stay"
    static String kept(int count) {
        return count == 1 ? "1 thing came into use and stays" : count + " things came into use and stay";
    }

    private static String shared(boolean less) {
        return less
                ? "a layer that images share goes only with the last of them."
                : "layers that images shared went with the last of them.";
    }

    private static String others() {
        return "what runs may have written or deleted the rest meanwhile.";
    }
}
