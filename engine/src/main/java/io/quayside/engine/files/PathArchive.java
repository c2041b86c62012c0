package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.RawText;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.stream.ArchiveStream;
import java.io.IOException;
import java.util.Optional;

/// The archive of one path: the thing itself, then what is in it.
///
/// Docker sends an archive of nothing for a path whose last part has bytes that aren't UTF-8. Then its whole folder is
/// asked
/// for, and all else in that is passed over.
final class PathArchive implements AutoCloseable {
    private final ArchiveStream stream;
    private final TarReader tar;
    private final String only;

    PathArchive(ArchiveStream stream, String only) {
        this.stream = stream;
        this.tar = new TarReader(stream.tar());
        this.only = only;
    }

    static PathArchive open(Engine engine, String id, String path) throws EngineException {
        String name = FilePaths.name(path);
        return RawText.isEscaped(name)
                ? new PathArchive(
                        engine.containers().getArchive(id, FilePaths.child(FilePaths.parent(path), ".")), name)
                : new PathArchive(engine.containers().getArchive(id, path), "");
    }

    /// What the engine says about the path; of the folder, for those names.
    PathStat stat() {
        return stream.stat();
    }

    Optional<TarEntry> next() throws IOException {
        Optional<TarEntry> next = tar.next();
        while (next.isPresent() && !isWanted(next.get().name())) {
            next = tar.next();
        }
        return next;
    }

    private boolean isWanted(String name) {
        int from = name.startsWith("./") ? 2 : 0; // Podman names without the dot
        int end = from + only.length();
        return only.isEmpty() || (name.startsWith(only, from) && (name.length() == end || name.charAt(end) == '/'));
    }

    /// The first entry.
    TarEntry first() throws IOException {
        return next().orElseThrow(() -> new IOException("The engine sent an archive of nothing"));
    }

    int read(byte[] into, int offset, int length) throws IOException {
        return tar.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
