package io.quayside.desktop.builds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A build, at work or over. Texts are untrusted.
///
/// @param id names it among all builds, and its folder on disk
/// @param engine the engine that built it, as the user calls it
/// @param builder which builder it was, empty until that is known
/// @param begun when it was asked for
/// @param ended when it was over
/// @param words what the builder said when it failed, or empty
/// @param cause a line of the failed step's output, or of those words, that says it best, or empty
/// @param line the line of the Dockerfile at which it failed
/// @param imageId the image that came of it
/// @param imageSize bytes
/// @param platform for which the image is, such as `linux/arm64`, or empty
/// @param steps all that were known
/// @param outputBytes how much its steps printed
/// @param cut whether some of that was too much to be kept
public record BuildRecord(
        String id,
        BuildRequest request,
        String engine,
        String builder,
        Instant begun,
        Optional<Instant> ended,
        BuildOutcome outcome,
        String words,
        String cause,
        OptionalInt line,
        Optional<String> imageId,
        OptionalLong imageSize,
        String platform,
        List<BuildStep> steps,
        long outputBytes,
        boolean cut) {
    public BuildRecord {
        steps = List.copyOf(steps);
    }

    /// A build that begins.
    static BuildRecord beginning(String id, BuildRequest request, String engine, Instant now) {
        return new BuildRecord(
                id,
                request,
                engine,
                "",
                now,
                Optional.empty(),
                BuildOutcome.RUNNING,
                "",
                "",
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                request.platform(),
                List.of(),
                0,
                false);
    }

    public boolean isRunning() {
        return outcome == BuildOutcome.RUNNING;
    }

    /// The instructions of the Dockerfile among the steps.
    public List<BuildStep> instructions() {
        return steps.stream().filter(BuildStep::isInstruction).toList();
    }

    /// How many instructions were taken from the cache.
    public int cached() {
        return (int) count(BuildStep.State.CACHED);
    }

    private long count(BuildStep.State state) {
        return instructions().stream().filter(step -> step.state() == state).count();
    }

    /// How many instructions there are, as far as is known: the classic builder tells each when it begins.
    public int total() {
        List<BuildStep> known = instructions();
        int told = known.stream().mapToInt(BuildStep::total).max().orElse(0);
        return Math.max(known.size(), told);
    }

    /// The place among the instructions, from 1, at which the build is, failed or was stopped.
    public OptionalInt atStep() {
        List<BuildStep> known = instructions();
        for (BuildStep.State state :
                List.of(BuildStep.State.FAILED, BuildStep.State.STOPPED, BuildStep.State.RUNNING)) {
            for (int i = known.size() - 1; i >= 0; i--) {
                if (known.get(i).state() == state) {
                    return OptionalInt.of(i + 1);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// How long it took, or has been at work until `now`.
    public Duration took(Instant now) {
        Duration time = Duration.between(begun, ended.orElse(now));
        return time.isNegative() ? Duration.ZERO : time;
    }

    /// With what its steps have come to.
    BuildRecord with(List<BuildStep> now, String byBuilder, long bytes, boolean isCut) {
        return new BuildRecord(
                id, request, engine, byBuilder, begun, ended, outcome, words, cause, line, imageId, imageSize, platform,
                now, bytes, isCut);
    }

    /// Over, without an image.
    BuildRecord over(BuildOutcome how, Instant at, String said, String why, OptionalInt where) {
        return new BuildRecord(
                id,
                request,
                engine,
                builder,
                begun,
                Optional.of(at),
                how,
                said,
                why,
                where,
                imageId,
                imageSize,
                platform,
                steps,
                outputBytes,
                cut);
    }

    /// Its program died while it was at work.
    BuildRecord lost(Instant last) {
        List<BuildStep> left = steps.stream()
                .map(step -> switch (step.state()) {
                    case RUNNING -> step.endedAt(last, BuildStep.State.STOPPED, Optional.empty());
                    case WAITING -> step.in(BuildStep.State.NOT_REACHED);
                    case CACHED, DONE, FAILED, STOPPED, NOT_REACHED -> step;
                })
                .toList();
        return with(left, builder, outputBytes, cut).over(BuildOutcome.LOST, last, "", "", OptionalInt.empty());
    }

    /// Over, with an image.
    BuildRecord built(Instant at, String image, Optional<BuiltImage> facts) {
        return new BuildRecord(
                id,
                request,
                engine,
                builder,
                begun,
                Optional.of(at),
                BuildOutcome.BUILT,
                "",
                "",
                OptionalInt.empty(),
                Optional.of(image),
                facts.map(each -> OptionalLong.of(each.size())).orElse(OptionalLong.empty()),
                facts.map(BuiltImage::platform).orElse(platform),
                steps,
                outputBytes,
                cut);
    }
}
