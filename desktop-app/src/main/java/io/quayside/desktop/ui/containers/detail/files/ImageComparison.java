package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.files.FileContent;
import io.quayside.engine.files.FilePaths;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How the open text differs from the image's. The image's file is asked for once. FX thread.
final class ImageComparison {
    /// What there is to show.
    ///
    /// @param words a short sentence about it
    record Result(String words, List<TextDiff.Line> lines) {
        Result {
            lines = List.copyOf(lines);
        }
    }

    private static final Result NOTHING = new Result("", List.of());

    /// The image's file; empty if it has none.
    private record Known(OpenFile.Text file, Optional<OpenFile> there) {}

    private final FilesViewModel model;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(NOTHING);
    private @Nullable Known known;
    private int asked;

    ImageComparison(FilesViewModel model) {
        this.model = model;
    }

    ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Compares a file as it stands in the field.
    void show(OpenFile.Text file, String typed) {
        String path = file.content().path();
        Known before = known != null && known.file().content().path().equals(path) ? known : null;
        String image = model.image();
        int mine = ++asked;
        result.set(new Result("Reading the image…", List.of()));
        if (model.mounts().covers(path)) {
            result.set(new Result("It is mounted, so the image has no part in it.", List.of()));
            return;
        }
        if (image.isEmpty()) {
            return; // the container isn't known yet
        }
        model.question(
                "compare",
                FilePaths.name(path),
                files -> {
                    Known now = before == null ? new Known(file, read(files, image, path)) : before;
                    return new Answer(now, compared(now.there(), file, typed));
                },
                answer -> {
                    if (mine == asked) {
                        known = answer.known();
                        result.set(answer.result());
                    }
                },
                why -> {
                    result.set(NOTHING);
                    model.failed(why);
                });
    }

    private record Answer(Known known, Result result) {}

    private static Optional<OpenFile> read(ContainerFileSystem files, String image, String path)
            throws EngineException, IOException, FileActionException {
        Optional<FileContent> content = files.readFromImage(image, path, OpenFile.MOST_TEXT);
        return content.map(OpenFile::of);
    }

    private static Result compared(Optional<OpenFile> there, OpenFile.Text file, String typed) {
        if (there.isEmpty()) {
            return new Result("Not in the image", TextDiff.of("", typed).lines());
        }
        if (!(there.get() instanceof OpenFile.Text image)) {
            return new Result("The image’s file is no text.", List.of());
        }
        if (!image.content().whole() || !file.content().whole() || !TextDiff.isComparable(image.text(), typed)) {
            return new Result("It is too long to be compared here.", List.of());
        }
        TextDiff diff = TextDiff.of(image.text(), typed);
        boolean ends = image.crlf() != file.crlf();
        if (diff.added() + diff.removed() == 0) {
            return new Result(ends ? "Only the line ends differ" : "The same as in the image", List.of());
        }
        return new Result(
                "+%d −%d lines%s".formatted(diff.added(), diff.removed(), ends ? ", other line ends" : ""),
                diff.lines());
    }

    /// Another container is shown.
    void forget() {
        asked++;
        known = null;
        result.set(NOTHING);
    }
}
