package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.schema.SchemaProblem;
import java.util.Optional;

/// What is wrong with a file, as a line of the list below it.
///
/// @param line from 1; 0 when it isn't known
/// @param column from 1
/// @param words untrusted text
/// @param change what would mend it
/// @param level how bad it is
record FileProblem(int line, int column, String words, Optional<SchemaProblem.Change> change, Level level) {
    private static final int LONGEST = 600;

    enum Level {
        ERROR,
        WARNING
    }

    static FileProblem of(SchemaProblem problem) {
        return new FileProblem(problem.line(), problem.column(), problem.words(), problem.change(), Level.ERROR);
    }

    /// The sentence for it.
    String text() {
        return (line > 0 ? "Line " + line + ": " : "") + SafeText.output(words.replace('\n', ' '), LONGEST);
    }
}
