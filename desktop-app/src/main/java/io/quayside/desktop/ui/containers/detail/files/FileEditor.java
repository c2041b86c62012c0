package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.code.EditedLines;
import io.quayside.engine.files.FileContent;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The one file that is open, and what was typed into it. Text that isn't saved is kept while other containers are
/// shown.
/// FX thread.
final class FileEditor {
    private final FilesViewModel model;
    private final ReadOnlyObjectWrapper<OpenFile> file = new ReadOnlyObjectWrapper<>(new OpenFile.None());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FileEntry>> owned = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final Map<String, FileDraft> drafts = new HashMap<>();

    FileEditor(FilesViewModel model) {
        this.model = model;
        model.onCut(() -> saving.set(false));
    }

    ReadOnlyObjectProperty<OpenFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// What the container says about the open file, with an owner that was told late.
    ReadOnlyObjectProperty<Optional<FileEntry>> ownedProperty() {
        return owned.getReadOnlyProperty();
    }

    /// Why the last save failed.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether a save is under way, or waits until the container can be asked.
    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /// The text as it stands in the field.
    StringProperty textProperty() {
        return text;
    }

    /// The lines that differ from the file.
    EditedLines edited() {
        return file.get() instanceof OpenFile.Text open
                ? EditedLines.between(open.text(), text.get())
                : EditedLines.none();
    }

    private boolean isEdited() {
        return file.get() instanceof OpenFile.Text open && !open.text().equals(text.get());
    }

    /// Opens a file. False while the one that is open has changes that aren't saved.
    boolean open(String path) {
        if (isEdited()) {
            return false;
        }
        put(new OpenFile.Reading(path), "");
        model.question(
                "open",
                FilePaths.name(path),
                files -> OpenFile.of(files.read(path, OpenFile.MOST_TEXT)),
                now -> {
                    if (file.get() instanceof OpenFile.Reading(String wanted) && wanted.equals(path)) {
                        put(now, now instanceof OpenFile.Text read ? read.text() : "");
                        now.opened().ifPresent(this::askOwner);
                    }
                },
                why -> {
                    put(new OpenFile.None(), "");
                    model.failed(why);
                });
        return true;
    }

    /// Some engines tell it late; until then, and where they don't, it isn't shown.
    private void askOwner(FileContent opened) {
        if (!opened.entry().isOwnerKnown()) {
            model.question(
                    "read the owner of",
                    FilePaths.name(opened.path()),
                    files -> files.owned(opened),
                    entry -> {
                        if (file.get().opened().filter(opened::equals).isPresent()) {
                            owned.set(Optional.of(entry));
                        }
                    },
                    why -> {});
        }
    }

    /// Writes the text back, unless the file has changed in the container since it was read. What can't be asked yet
    /// waits for it.
    void save() {
        write(false);
    }

    private void write(boolean anyway) {
        if (!(file.get() instanceof OpenFile.Text open) || !open.readOnly().isEmpty() || saving.get()) {
            return;
        }
        String typed = text.get();
        byte[] bytes = (open.crlf() ? typed.replace("\n", "\r\n") : typed).getBytes(StandardCharsets.UTF_8);
        FileContent before = open.content();
        problem.set(Optional.empty());
        saving.set(true);
        model.question(
                "save",
                FilePaths.name(before.path()),
                files -> anyway ? files.overwrite(before, bytes) : files.write(before, bytes),
                now -> {
                    if (open.equals(file.get())) {
                        saving.set(false);
                        file.set(new OpenFile.Text(now, typed, open.crlf(), ""));
                        askOwner(now);
                    }
                    model.act("read", now.path(), FilePaths.parent(now.path()), files -> now);
                },
                why -> {
                    if (open.equals(file.get())) {
                        saving.set(false);
                        problem.set(Optional.of(why.withActions(
                                why.code().equals("files-changed-meanwhile")
                                        ? List.of(
                                                new Problem.Action("Overwrite", () -> write(true)),
                                                new Problem.Action("Read again", this::readAgain))
                                        : List.of())));
                    }
                });
    }

    private void readAgain() {
        if (file.get() instanceof OpenFile.Text open) {
            discard();
            open(open.content().path());
        }
    }

    /// Back to what the file had.
    void discard() {
        if (file.get() instanceof OpenFile.Text open) {
            text.set(open.text());
        }
        problem.set(Optional.empty());
    }

    /// Closes the file. False while it has changes that aren't saved.
    boolean close() {
        if (isEdited()) {
            return false;
        }
        put(new OpenFile.None(), "");
        return true;
    }

    /// What is open and not saved.
    Optional<FileDraft> draft() {
        return isEdited() && file.get() instanceof OpenFile.Text open
                ? Optional.of(new FileDraft(open, text.get()))
                : Optional.empty();
    }

    /// Opens a file as it was left.
    void resume(FileDraft draft) {
        put(draft.file(), draft.text());
    }

    /// Another container is shown.
    void moveTo(String before, String now) {
        draft().ifPresent(left -> drafts.put(before, left));
        FileDraft draft = drafts.remove(now);
        put(draft == null ? new OpenFile.None() : draft.file(), draft == null ? "" : draft.text());
    }

    /// What isn't saved, of every container that was shown: which file, by the container's id.
    ///
    /// @param shown the id of the one that is shown
    /// @param names of containers, by id
    Map<String, String> unsaved(String shown, Map<String, String> names) {
        Map<String, String> all = new LinkedHashMap<>();
        draft().ifPresent(open -> all.put(shown, words(open, shown, names)));
        drafts.forEach((id, draft) -> all.put(id, words(draft, id, names)));
        return all;
    }

    private static String words(FileDraft draft, String id, Map<String, String> names) {
        return draft.name() + " in " + names.getOrDefault(id, "a container");
    }

    private void put(OpenFile next, String nextText) {
        saving.set(false);
        problem.set(Optional.empty());
        owned.set(Optional.empty());
        text.set(nextText);
        file.set(next);
    }
}
