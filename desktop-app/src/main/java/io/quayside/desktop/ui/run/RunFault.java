package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Something that keeps the container from being made as the form says.
///
/// @param flag the option that it is about; none for the image
/// @param value the option's value
/// @param words a sentence
/// @param fix what puts it right, where that is known
public record RunFault(Optional<RunFlag> flag, String value, String words, Optional<Fix> fix) {
    /// @param label of its button
    public record Fix(String label, UnaryOperator<RunSpec> change) {}

    RunFault(Optional<RunFlag> flag, String value, String words) {
        this(flag, value, words, Optional.empty());
    }
}
