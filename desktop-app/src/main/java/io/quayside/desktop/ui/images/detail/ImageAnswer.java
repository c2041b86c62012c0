package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.problem.Problem;
import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImageDetails;
import java.util.List;

/// What the engine said about an image.
sealed interface ImageAnswer {
    /// Nothing yet.
    record Waiting() implements ImageAnswer {}

    /// @param history oldest step first
    record Read(ImageDetails details, List<HistoryEntry> history) implements ImageAnswer {}

    /// Nothing of that name is there, or not any more.
    record Gone() implements ImageAnswer {}

    record Failed(Problem problem) implements ImageAnswer {}
}
