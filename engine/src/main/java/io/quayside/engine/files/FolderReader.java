package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.stream.ArchiveStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Lists a folder through the archive that the engine makes of it. That works for every container, but the archive
/// holds
/// everything below the folder with its content, and all of it has to pass by.
final class FolderReader {
    private final Engine engine;
    private final String id;
    private final Owners owners;

    FolderReader(Engine engine, String id, Owners owners) {
        this.engine = engine;
        this.id = id;
        this.owners = owners;
    }

    void list(String folder, Consumer<List<FileEntry>> found) throws EngineException, IOException {
        Batches batches = new Batches(found);
        Map<String, Long> sizes = new HashMap<>();
        boolean owned = owners.areInArchives();
        try (ArchiveStream archive = engine.containers().getArchive(id, FilePaths.child(folder, "."))) {
            TarReader tar = new TarReader(archive.tar());
            for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
                TarEntry entry = next.get();
                String name = nameInFolder(entry.name());
                if (FilePaths.isName(name)) {
                    batches.add(fileEntry(folder, name, entry, sizes, owned));
                }
            }
        }
        batches.end();
    }

    /// `./name` and `./name/` are in the folder; `./` is the folder, and the rest lies deeper.
    private static String nameInFolder(String path) {
        int from = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
        int to = path.endsWith("/") ? path.length() - 1 : path.length();
        int slash = path.indexOf('/', from);
        return to <= from || (slash >= 0 && slash < to) ? "" : path.substring(from, to);
    }

    /// Of several names of one file only the first comes with content, and so with its size.
    private FileEntry fileEntry(String folder, String name, TarEntry entry, Map<String, Long> sizes, boolean owned)
            throws EngineException {
        long size = entry.size();
        if (entry.isHardLink()) {
            String first = nameInFolder(entry.linkName());
            Long known = sizes.get(first);
            size = known != null ? known : sizeOf(FilePaths.child(folder, name));
        } else if (entry.kind() == FileKind.FILE && size > 0) {
            sizes.put(name, size);
        }
        return new FileEntry(
                name,
                entry.kind(),
                entry.kind() == FileKind.FILE ? size : 0,
                entry.mode(),
                owned ? entry.uid() : FileEntry.UNKNOWN,
                owned ? entry.gid() : FileEntry.UNKNOWN,
                entry.modified(),
                entry.kind() == FileKind.LINK ? entry.linkName() : "");
    }

    private long sizeOf(String path) throws EngineException {
        PathStat stat = engine.containers().statPath(id, path);
        return stat.size();
    }

    /// Gathers entries, a few at first so that there is something to show, then many at a time.
    static final class Batches {
        private static final int FIRST = 200;
        private static final int LATER = 5000;

        private final Consumer<List<FileEntry>> found;
        private List<FileEntry> batch = new ArrayList<>();
        private int size = FIRST;

        Batches(Consumer<List<FileEntry>> found) {
            this.found = found;
        }

        void add(FileEntry entry) {
            batch.add(entry);
            if (batch.size() >= size) {
                size = LATER;
                end();
            }
        }

        void end() {
            if (!batch.isEmpty()) {
                found.accept(List.copyOf(batch));
                batch = new ArrayList<>();
            }
        }
    }
}
