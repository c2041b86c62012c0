package io.quayside.engine.compose.schema;

import java.util.Comparator;
import java.util.Optional;

/// What isn't as it should be in a compose file. The words quote the file, so they are untrusted text.
///
/// @param line from 1
/// @param column from 1
/// @param words a sentence or two
/// @param change what would mend it, if that can be guessed
public record SchemaProblem(int line, int column, String words, Optional<Change> change) {
    static final Comparator<SchemaProblem> BY_PLACE = Comparator.comparingInt(SchemaProblem::line)
            .thenComparingInt(SchemaProblem::column)
            .thenComparing(SchemaProblem::words);

    /// At the problem's place `was` stands, which becomes `now`.
    public record Change(String was, String now) {}
}
