package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.vm.disk.ShrinkReport;
import java.time.Duration;
import java.time.Instant;
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
/// @param differences a sentence for each
record DiskRun(
        Instant at,
        Duration took,
        Amount freed,
        Amount returned,
        Optional<Use> before,
        Optional<Use> after,
        List<String> differences) {
    /// Bytes.
    ///
    /// @param planned empty if it wasn't what the run was for
    /// @param measured empty if it can't be known
    record Amount(OptionalLong planned, OptionalLong measured) {
        private static final Amount NONE = new Amount(OptionalLong.empty(), OptionalLong.empty());
    }

    DiskRun {
        differences = List.copyOf(differences);
    }

    /// After things were deleted in the engine.
    ///
    /// @param images whether there were images among them
    /// @param kept how many came into use and stay
    static DiskRun freed(
            Instant at,
            Duration took,
            long planned,
            long measured,
            boolean images,
            int kept,
            Optional<Use> before,
            Optional<Use> after) {
        OptionalLong back = before.isPresent() && after.isPresent()
                ? OptionalLong.of(
                        Math.max(0, before.get().onHost() - after.get().onHost()))
                : OptionalLong.empty();
        return new DiskRun(
                at,
                took,
                new Amount(OptionalLong.of(planned), OptionalLong.of(measured)),
                new Amount(OptionalLong.empty(), back),
                before,
                after,
                difference(planned, measured)
                        .map(much -> much + (kept > 0 ? kept(kept) : images ? shared(planned > measured) : others()))
                        .stream()
                        .toList());
    }

    /// After blocks that nothing uses were given back.
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
                much
                        .map(words -> words
                                + (planned.orElse(0) > measured
                                        ? "it sits in blocks that are still partly used, and in the file’s own tables."
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

    private static String kept(int count) {
        return count == 1 ? "1 thing came into use and stays." : count + " things came into use and stay.";
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
