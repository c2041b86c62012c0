package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.OutputFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The image with which a step that failed began: the classic builder keeps one of each step. BuildKit keeps none.
///
/// @param number of the last step that is in it
/// @param id as the builder told it, which is the short one
record StepImage(int number, String id) {
    private static final String BUILDER = "classic builder";

    /// What that builder says last of a step. Programs may print the same before.
    private static final Pattern LEFT = Pattern.compile(" ---> ([0-9a-f]{12})\\s*");

    /// As far as the output tells. Blocks.
    static Optional<StepImage> before(BuildStep failed, BuildRecord build, OutputFile output) throws IOException {
        Optional<BuildStep> last = build.builder().equals(BUILDER)
                ? build.instructions().stream()
                        .filter(step -> step.id() < failed.id())
                        .reduce((first, second) -> second)
                : Optional.empty();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = LastLines.of(output, last.get());
        return lines.reversed().stream()
                .map(LEFT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> new StepImage(last.get().number(), found.group(1)));
    }
}
