package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.UnreachableException;
import java.util.List;
import java.util.Optional;

/// What Docker Compose itself says of a project's files as they are on disk.
///
/// @param problems what it can't do with them, and what it warns of
/// @param told a sentence for the bar
record ComposeVerdict(List<FileProblem> problems, String told) {
    private static final String SAYS = "Docker Compose says: ";

    ComposeVerdict {
        problems = List.copyOf(problems);
    }

    /// Runs it.
    static ComposeVerdict of(ComposeCalls compose, ComposeSource source) {
        try {
            ComposeModel model = compose.connect().read(source);
            int count = model.services().size();
            return new ComposeVerdict(
                    model.warnings().stream()
                            .distinct()
                            .map(words ->
                                    new FileProblem(0, 1, SAYS + words, Optional.empty(), FileProblem.Level.WARNING))
                            .toList(),
                    "Docker Compose reads " + (count == 1 ? "1 service" : count + " services") + ".");
        } catch (ComposeException.File e) {
            return new ComposeVerdict(
                    List.of(new FileProblem(
                            e.line().orElse(0), 1, SAYS + e.words(), Optional.empty(), FileProblem.Level.ERROR)),
                    "Docker Compose can't use it.");
        } catch (ComposeException e) {
            return new ComposeVerdict(List.of(), String.valueOf(e.getMessage()));
        } catch (UnreachableException e) {
            return new ComposeVerdict(List.of(), "Docker Compose is asked once there is an engine.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ComposeVerdict(List.of(), "");
        }
    }
}
