package io.quayside.desktop.builds;

import io.quayside.desktop.problem.Problem;
import io.quayside.engine.build.BuildException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Why there is no image.
///
/// @param step the step that failed, 0 for none
/// @param words the builder's or the engine's, or our own
/// @param line of the Dockerfile
record BuildFailure(int step, String words, OptionalInt line) {
    static BuildFailure of(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        return switch (failure) {
            case BuildException.Step step -> new BuildFailure(step.step(), step.words(), step.line());
            case BuildException other ->
                new BuildFailure(0, other.words().isEmpty() ? message : other.words(), other.line());
            default -> new BuildFailure(0, message, OptionalInt.empty());
        };
    }

    /// Nobody wants it any more.
    static BuildFailure none() {
        return new BuildFailure(0, "", OptionalInt.empty());
    }

    /// The failure of a build in words.
    static Problem problem(BuildException failure, String title, BuildRecord build) {
        String at = failure.line().isPresent() ? " at line " + failure.line().getAsInt() + " of the Dockerfile" : "";
        String why = switch (failure) {
            case BuildException.Step ignored ->
                build.atStep().isPresent()
                        ? "Step %d of %d failed%s.".formatted(build.atStep().getAsInt(), build.total(), at)
                        : "A step failed" + at + ".";
            case BuildException.Dockerfile ignored -> "The Dockerfile can't be understood" + at + ".";
            case BuildException.Context context -> sentence(context.getMessage());
            case BuildException.Program ignored -> "The program that speaks with BuildKit failed.";
            case BuildException.NotPossible impossible -> sentence(impossible.getMessage());
        };
        return new Problem(
                "Couldn't build " + title + ".",
                why,
                List.of(),
                Optional.of(failure.words()).filter(words -> !words.isBlank()),
                List.of(),
                "build-" + failure.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                true);
    }

    private static String sentence(@org.jspecify.annotations.Nullable String text) {
        String words = text == null ? "" : text.strip();
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }
}
