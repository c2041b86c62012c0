package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.files.FileActionException.Reason;
import io.quayside.engine.model.PathStat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads single files, through the engine, or through the container where only that sees them.
final class FileReader {
    /// Changing the head of a file means to write it anew; that is only done while all of it is at hand.
    private static final int MOST_REPLACED = 16 * 1024 * 1024;

    private final Engine engine;
    private final String id;
    private final MountMarks mounts;
    private final Optional<ContainerShell> shell;
    private final Owners owners;

    /// @param shell of a running container
    FileReader(Engine engine, String id, MountMarks mounts, Optional<ContainerShell> shell, Owners owners) {
        this.engine = engine;
        this.id = id;
        this.mounts = mounts;
        this.shell = shell;
        this.owners = owners;
    }

    FileContent read(String path, int limit) throws EngineException, IOException, FileActionException {
        if (shell.isPresent() && mounts.isOnlyInside(path)) {
            return readInside(path, limit, shell.get());
        }
        try (PathArchive archive = PathArchive.open(engine, id, path)) {
            TarEntry head = archive.first();
            if (head.kind() == FileKind.FILE) {
                byte[] bytes = content(archive, (int) Math.min(head.size(), limit));
                // Podman follows links by itself.
                boolean followed = archive.stat().type() == PathStat.Type.LINK;
                String real = followed ? archive.stat().linkTarget() : path;
                return new FileContent(real, entry(real, head), bytes, head.size() <= limit);
            }
            if (head.kind() != FileKind.LINK) {
                throw notAFile(head.kind());
            }
        }
        String target = engine.containers().statPath(id, path).linkTarget();
        if (target.isEmpty() || target.equals(path)) {
            throw notAFile(FileKind.LINK);
        }
        return readTarget(target, limit);
    }

    /// The engine gives the end of a whole chain of links.
    private FileContent readTarget(String target, int limit) throws EngineException, IOException, FileActionException {
        if (shell.isPresent() && mounts.isOnlyInside(target)) {
            return readInside(target, limit, shell.get());
        }
        try (PathArchive archive = PathArchive.open(engine, id, target)) {
            TarEntry head = archive.first();
            if (head.kind() != FileKind.FILE) {
                throw notAFile(head.kind());
            }
            byte[] bytes = content(archive, (int) Math.min(head.size(), limit));
            return new FileContent(target, entry(target, head), bytes, head.size() <= limit);
        } catch (NotFoundException e) {
            throw new FileActionException(Reason.WRONG_KIND, "The link leads to " + target + ", which isn't there.");
        }
    }

    private static FileActionException notAFile(FileKind kind) {
        return new FileActionException(
                Reason.WRONG_KIND,
                switch (kind) {
                    case FOLDER -> "It is a folder.";
                    case LINK -> "The link leads nowhere.";
                    case DEVICE, PIPE, SOCKET, OTHER, FILE ->
                        "It is a device, pipe or socket: it has no content of its own.";
                });
    }

    private static byte[] content(PathArchive archive, int size) throws IOException {
        byte[] bytes = new byte[size];
        int n = 0;
        while (n < size) {
            int some = archive.read(bytes, n, size - n);
            if (some < 0) {
                break;
            }
            n += some;
        }
        return n == size ? bytes : Arrays.copyOf(bytes, n);
    }

    private FileEntry entry(String path, TarEntry head) throws EngineException {
        Optional<Owners.Owner> owner = owners.shown(path, head);
        return new FileEntry(
                FilePaths.name(path),
                head.kind(),
                head.size(),
                head.mode(),
                owner.map(Owners.Owner::uid).orElse(FileEntry.UNKNOWN),
                owner.map(Owners.Owner::gid).orElse(FileEntry.UNKNOWN),
                head.modified(),
                "");
    }

    /// Opening a pipe or device could wait for ever or change something, so only plain files are read.
    private FileContent readInside(String path, int limit, ContainerShell inside)
            throws EngineException, FileActionException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ContainerShell.Result result = inside.run(
                        "path \"$1\"; [ -f \"$p\" ] || { echo 'It is not a plain file' >&2; exit 1; }; head -c \"$2\" \"$p\"",
                        List.of(ShellPath.argument(path), Integer.toString(limit + 1)),
                        (type, some, from, length) -> bytes.write(some, from, length))
                .orElseThrow(() -> FileActionException.needsShell("read it: only the container sees it"));
        if (result.code() != 0) {
            throw new FileActionException(Reason.REFUSED, "The container gave the reason below.", result.errors());
        }
        byte[] all = bytes.toByteArray();
        boolean whole = all.length <= limit;
        FileEntry entry = new FileEntry(FilePaths.name(path), FileKind.FILE, all.length, 0644, 0, 0, 0, "");
        return new FileContent(path, entry, whole ? all : Arrays.copyOf(all, limit), whole);
    }

    /// Gives something other rights by writing it anew. Folders keep what is in them.
    void replaceHead(String path, int mode) throws EngineException, IOException, FileActionException {
        TarEntry head;
        byte[] bytes = new byte[0];
        try (PathArchive archive = PathArchive.open(engine, id, path)) {
            head = archive.first();
            if (head.kind() == FileKind.FILE
                    && head.size() <= MOST_REPLACED
                    && mounts.at(path).isEmpty()) {
                bytes = content(archive, (int) head.size());
            } else if (head.kind() != FileKind.FOLDER) {
                throw FileActionException.needsRunning("change the rights of this");
            }
        }
        byte[] content = bytes;
        String name = FilePaths.name(path);
        Owners.Owner owner = owners.kept(path, head);
        FileEntry entry =
                new FileEntry(name, head.kind(), content.length, mode, owner.uid(), owner.gid(), head.modified(), "");
        engine.containers().putArchive(id, FilePaths.parent(path), out -> {
            TarOutput tar = new TarOutput(out);
            if (entry.isFolder()) {
                tar.folder(name, entry);
            } else {
                tar.file(name, entry);
                tar.write(content, 0, content.length);
                tar.endFile();
            }
            tar.end();
        });
    }
}
