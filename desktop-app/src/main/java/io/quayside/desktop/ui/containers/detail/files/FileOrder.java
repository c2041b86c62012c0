package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FileKind;
import java.util.Comparator;

/// In which order a folder shows what is in it. Folders are always first, as in file managers.
record FileOrder(Column column, boolean descending) {
    /// What it goes by.
    enum Column {
        NAME,
        MARK,
        SIZE,
        MODIFIED,
        MODE,
        OWNER
    }

    static final FileOrder BY_NAME = new FileOrder(Column.NAME, false);

    private static final Comparator<FileRow> NAMES =
            Comparator.comparing(FileRow::label, String.CASE_INSENSITIVE_ORDER).thenComparing(FileRow::path);

    /// Rows that are equal in the column go by name, also in descending order.
    Comparator<FileRow> comparator() {
        Comparator<FileRow> byColumn = switch (column) {
            case NAME -> NAMES;
            case MARK -> Comparator.comparing(row -> row.markProperty().get().kind());
            case SIZE ->
                Comparator.comparingLong(row -> row.entry()
                        .filter(entry -> entry.kind() == FileKind.FILE)
                        .map(FileEntry::size)
                        .orElse(-1L));
            case MODIFIED ->
                Comparator.comparingLong(
                        row -> row.entry().map(FileEntry::modified).orElse(Long.MIN_VALUE));
            case MODE ->
                Comparator.comparingInt(row -> row.entry().map(FileEntry::mode).orElse(-1));
            case OWNER ->
                Comparator.<FileRow>comparingLong(
                                row -> row.entry().map(FileEntry::uid).orElse(FileEntry.UNKNOWN))
                        .thenComparingLong(
                                row -> row.entry().map(FileEntry::gid).orElse(FileEntry.UNKNOWN));
        };
        return Comparator.comparing(FileRow::isFolder)
                .reversed()
                .thenComparing(descending ? byColumn.reversed() : byColumn)
                .thenComparing(NAMES);
    }
}
