package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.build.ContextParts;
import java.util.Map;
import java.util.Optional;

/// What is known of what a build would be sent.
sealed interface ContextLook {
    /// There is nothing to be looked at yet.
    record None() implements ContextLook {}

    /// It is being counted.
    record Measuring() implements ContextLook {}

    record Measured(ContextParts parts) implements ContextLook {}

    /// @param why a sentence, empty if somebody ended the counting
    record Unknown(String why) implements ContextLook {}

    /// More is worth a word.
    long MUCH = 100_000_000;

    /// What would make it smaller.
    ///
    /// @param words what is being sent, in sentences
    /// @param name the largest part
    /// @param line what leaves it out, where a line can say that
    record Hint(String words, String name, Optional<String> line) {}

    /// "41 files, 212 kB", or where it stands.
    default String words() {
        return switch (this) {
            case None ignored -> "";
            case Measuring ignored -> "Counting…";
            case Measured(ContextParts parts) -> {
                long files = parts.size().files();
                yield String.format(java.util.Locale.ROOT, "%,d", files)
                        + (files == 1 ? " file, " : " files, ")
                        + Sizes.of(parts.size().bytes());
            }
            case Unknown ignored -> "Not counted";
        };
    }

    /// Said where it is a lot: "Sending 1.2 GB. node_modules is 1.1 GB of it."
    default Optional<Hint> hint() {
        if (!(this instanceof Measured(ContextParts parts)) || parts.size().bytes() <= MUCH) {
            return Optional.empty();
        }
        return parts.largest().map(largest -> hint(parts, largest));
    }

    private static Hint hint(ContextParts parts, Map.Entry<String, Long> largest) {
        String words = "Sending " + Sizes.of(parts.size().bytes()) + ". " + SafeText.line(largest.getKey()) + " is "
                + Sizes.of(largest.getValue()) + " of it.";
        return new Hint(words, largest.getKey(), IgnoreLine.of(largest.getKey()));
    }
}
