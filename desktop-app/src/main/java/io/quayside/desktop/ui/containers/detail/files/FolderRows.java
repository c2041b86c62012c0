package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.files.MountMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the rows of one folder. A folder may have a hundred thousand of them, so all that takes time is done before
/// the
/// FX thread gets them.
final class FolderRows {
    private FolderRows() {}

    /// Rows that nobody else knows yet, in order. Any thread.
    static List<FileRow> of(
            String folder, List<FileEntry> entries, MountMarks mounts, ChangeMarks changes, FileOrder order) {
        List<FileRow> rows = new ArrayList<>(entries.size());
        for (FileEntry entry : entries) {
            String path = FilePaths.child(folder, entry.name());
            rows.add(FileRow.of(path, entry, FileMark.of(path, mounts, changes)));
        }
        changes.deletedIn(folder).stream()
                .map(name -> FileRow.deleted(FilePaths.child(folder, name)))
                .forEach(rows::add);
        rows.sort(order.comparator());
        return rows;
    }

    /// The same, with the rows that are shown already in the places of their equals. FX thread.
    static List<FileRow> keeping(List<FileRow> before, List<FileRow> fresh) {
        if (before.isEmpty()) {
            return fresh;
        }
        Map<String, FileRow> known = new HashMap<>();
        before.stream().filter(FileRow::isThere).forEach(row -> known.put(row.path(), row));
        List<FileRow> rows = new ArrayList<>(fresh.size());
        for (FileRow row : fresh) {
            FileRow old = row.isThere() ? known.get(row.path()) : null;
            if (old != null && old.isFolder() == row.isFolder()) {
                old.entryProperty().set(row.entry());
                old.markProperty().set(row.markProperty().get());
                rows.add(old);
            } else {
                rows.add(row);
            }
        }
        return rows;
    }
}
