package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.FilePaths;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One line of the tree: a file or folder, one that the image had, or what went wrong in a folder. FX thread.
final class FileRow {
    /// Whether what is in a folder is known.
    enum State {
        UNREAD,
        READING,
        READ
    }

    private final String path;
    private final String label;
    private final ObjectProperty<Optional<FileEntry>> entry = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<FileMark> mark = new SimpleObjectProperty<>(FileMark.NONE);
    private final Optional<Problem> problem;
    private final ObservableList<FileRow> children;
    private State state = State.UNREAD;

    private FileRow(String path, String label, Optional<FileEntry> entry, FileMark mark, Optional<Problem> problem) {
        this.path = path;
        this.label = label;
        this.problem = problem;
        this.entry.set(entry);
        this.children = isFolder() ? FXCollections.observableArrayList() : FXCollections.emptyObservableList();
        this.mark.set(mark);
    }

    static FileRow of(String path, FileEntry entry, FileMark mark) {
        return new FileRow(path, SafeText.line(FilePaths.name(path)), Optional.of(entry), mark, Optional.empty());
    }

    /// The image has it and the container hasn't.
    static FileRow deleted(String path) {
        return new FileRow(
                path, SafeText.line(FilePaths.name(path)), Optional.empty(), FileMark.DELETED, Optional.empty());
    }

    /// A line of the list of changes, with its whole path.
    static FileRow change(String path, FileMark mark) {
        return new FileRow(path, SafeText.line(path), Optional.empty(), mark, Optional.empty());
    }

    /// Why a folder can't be listed.
    static FileRow problem(String folder, Problem problem) {
        return new FileRow(folder, problem.title(), Optional.empty(), FileMark.NONE, Optional.of(problem));
    }

    static FileRow root() {
        return root(FilePaths.ROOT);
    }

    /// The folder that all others are in.
    static FileRow root(String path) {
        FileEntry entry = new FileEntry("", FileKind.FOLDER, 0, 0755, 0, 0, 0, "");
        return new FileRow(path, "/", Optional.of(entry), FileMark.NONE, Optional.empty());
    }

    String path() {
        return path;
    }

    String label() {
        return label;
    }

    Optional<Problem> problem() {
        return problem;
    }

    ObjectProperty<Optional<FileEntry>> entryProperty() {
        return entry;
    }

    ObjectProperty<FileMark> markProperty() {
        return mark;
    }

    Optional<FileEntry> entry() {
        return entry.get();
    }

    ObservableList<FileRow> children() {
        return children;
    }

    boolean isFolder() {
        return entry.get().filter(FileEntry::isFolder).isPresent();
    }

    /// Whether it is there, so that something can be done with it.
    boolean isThere() {
        return problem.isEmpty() && mark.get().kind() != FileMark.Kind.DELETED;
    }

    State state() {
        return state;
    }

    void setState(State next) {
        state = next;
    }
}
