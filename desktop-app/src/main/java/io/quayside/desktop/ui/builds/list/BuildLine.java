package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a row says about a build.
///
/// @param took so far
/// @param when "3 min ago"
/// @param deletingIn seconds until it is forgotten, while that can be taken back
public record BuildLine(BuildRecord build, Duration took, String when, Optional<Integer> deletingIn) {
    private static final int LONGEST = 200;

    static BuildLine of(BuildRecord build, Instant now, Optional<Integer> deletingIn) {
        // What is at work says its time in tenths of a second elsewhere; a row that changes that often only distracts.
        Duration took = build.isRunning() ? Duration.ofSeconds(build.took(now).toSeconds()) : build.took(now);
        return new BuildLine(build, took, Times.age(Duration.between(build.begun(), now)) + " ago", deletingIn);
    }

    /// Its first tag, or the folder of one without.
    public String title() {
        return SafeText.line(build.request().title());
    }

    ImageName name() {
        return build.request().tags().isEmpty()
                ? new ImageName(build.request().title(), build.request().title(), "")
                : ImageName.tagged(build.request().tags().getFirst());
    }

    /// `~/code/view-count`
    public String folder() {
        return SafeText.line(Folders.shown(build.request().folder()));
    }

    public StateGlyph glyph() {
        return switch (build.outcome()) {
            case RUNNING -> StateGlyph.STARTING;
            case BUILT -> StateGlyph.DONE;
            case FAILED -> StateGlyph.FAILED;
            case CANCELLED -> StateGlyph.STOPPED;
            case LOST -> StateGlyph.UNKNOWN;
        };
    }

    /// "Built, 51.8 MB", "Failed at step 6 of 7".
    public String result() {
        return switch (build.outcome()) {
            case RUNNING -> "Building" + step(", step ");
            case BUILT ->
                "Built"
                        + (build.imageSize().isPresent()
                                ? ", " + Sizes.of(build.imageSize().getAsLong())
                                : "");
            case FAILED -> "Failed" + step(" at step ");
            case CANCELLED -> "Cancelled" + step(" at step ");
            case LOST -> "Ended with Quayside" + step(" at step ");
        };
    }

    private String step(String before) {
        return build.atStep().isPresent() ? before + build.atStep().getAsInt() + " of " + build.total() : "";
    }

    /// The second line: for what the image is, why there is none.
    public String detail() {
        return switch (build.outcome()) {
            case RUNNING ->
                build.instructions().stream()
                        .filter(step -> step.state() == BuildStep.State.RUNNING)
                        .findFirst()
                        .map(step -> SafeText.output(step.instruction(), LONGEST))
                        .orElse("");
            case BUILT -> SafeText.line(build.platform());
            case FAILED -> SafeText.output(build.cause(), LONGEST);
            case CANCELLED -> "Finished steps are cached";
            case LOST -> "Whether there is an image isn't known";
        };
    }

    /// "4 of 7"
    public String cached() {
        return build.total() == 0 ? "–" : build.cached() + " of " + build.total();
    }

    /// "1 min 48 s"
    public String time() {
        return build.isRunning() ? Times.duration(took) : Times.took(took);
    }

    /// Whether it can be forgotten now.
    public boolean canDelete() {
        return !build.isRunning() && deletingIn.isEmpty();
    }
}
