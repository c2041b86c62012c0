package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.MountMarks;
import io.quayside.engine.model.FilesystemChange;
import java.util.Optional;

/// What the column "Change or mount" says of a path.
///
/// @param letter in its outline; empty for what isn't a change
record FileMark(Kind kind, String letter, String text) {
    enum Kind {
        NONE,
        ADDED,
        CHANGED,
        DELETED,
        /// A folder with changes in it.
        INSIDE,
        MOUNT
    }

    static final FileMark NONE = new FileMark(Kind.NONE, "", "");
    static final FileMark DELETED = new FileMark(Kind.DELETED, "D", "Deleted");

    /// Mounts never have marks of changes: they aren't the container's.
    static FileMark of(String path, MountMarks mounts, ChangeMarks changes) {
        Optional<FileMark> mount = mounts.at(path).map(FileMark::mount);
        if (mount.isPresent()) {
            return mount.get();
        }
        Optional<FilesystemChange.Kind> change = changes.at(path);
        int inside = changes.inside(path);
        if (change.isPresent()) {
            return switch (change.get()) {
                case ADDED -> new FileMark(Kind.ADDED, "A", inside > 0 ? "Added, " + count(inside) : "Added");
                case MODIFIED -> new FileMark(Kind.CHANGED, "C", "Changed");
                case DELETED -> DELETED;
            };
        }
        return inside > 0 ? new FileMark(Kind.INSIDE, "", count(inside)) : NONE;
    }

    private static String count(int files) {
        return files == 1 ? "1 file inside" : files + " files inside";
    }

    private static FileMark mount(MountMarks.Mark mark) {
        String text = switch (mark) {
            case MountMarks.Mark.Bind(String source, boolean writable) -> source + (writable ? "" : ", read-only");
            case MountMarks.Mark.Volume(String name, boolean writable) ->
                "Volume " + (name.length() > 40 ? name.substring(0, 12) : name) + (writable ? "" : ", read-only");
            case MountMarks.Mark.Memory(String options) -> options.isEmpty() ? "Memory" : "Memory, " + options;
            case MountMarks.Mark.Engine ignored -> "Engine";
        };
        return new FileMark(Kind.MOUNT, "", SafeText.line(text));
    }
}
