package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.BuildTimes;
import io.quayside.desktop.builds.WhyItRan;
import io.quayside.desktop.ui.format.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sentence below the times of a build's steps.
///
/// @param subject the costliest step, empty when none took time
/// @param rest what is said about it, and how many steps aren't drawn
record TimeWords(String subject, String rest) {
    private static final int LONGEST = 60;
    private static final int LEAST_PERCENT = 5;

    static TimeWords of(BuildTimes times, BuildRecord build, List<BuildRecord> others) {
        Optional<BuildTimes.Row> costliest = times.costliest();
        String brief = switch (times.brief()) {
            case 0 -> "";
            case 1 -> "1 step under 0.1 s is not drawn.";
            default -> times.brief() + " steps under 0.1 s are not drawn.";
        };
        if (costliest.isEmpty() || times.whole().isZero()) {
            return new TimeWords("", brief.isEmpty() ? "No step took a tenth of a second." : brief);
        }
        BuildStep step = costliest.get().step();
        long percent = Math.round(
                100.0 * costliest.get().took().toMillis() / times.whole().toMillis());
        String share = percent < LEAST_PERCENT ? " took most of any step." : " took " + percent + "% of the time.";
        String why = step.isInstruction() && step.state() != BuildStep.State.FAILED
                ? why(WhyItRan.of(step, build, others))
                : "";
        return new TimeWords(name(step), (share + " " + why).stripTrailing() + (brief.isEmpty() ? "" : " " + brief));
    }

    private static String why(WhyItRan reason) {
        return switch (reason) {
            case WhyItRan.NotAsked ignored -> "The build was asked to use no cache.";
            case WhyItRan.After(BuildStep first) -> "It ran because " + name(first) + " before it did.";
            case WhyItRan.Changed ignored -> "It is new since the build before.";
            case WhyItRan.First ignored -> "No earlier build of this Dockerfile is kept.";
            case WhyItRan.Unknown ignored -> "";
        };
    }

    /// What a `RUN` runs, else the whole instruction.
    static String name(BuildStep step) {
        String text = step.instruction();
        boolean run = text.toUpperCase(Locale.ROOT).startsWith("RUN ");
        String first =
                (run ? text.substring(4) : text).strip().lines().findFirst().orElse("");
        return SafeText.output(first, LONGEST);
    }
}
