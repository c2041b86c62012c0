package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.files.FileActionException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The files of one container, as long as it stays running or stopped.
///
/// Everything that engines do by themselves works with every container: listing, reading, writing, copying both ways,
/// new
/// folders. For a running one a shell in it is used where that is faster (listing) or the only way (delete, rename,
/// rights,
/// and what only the container sees). Paths are as [FilePaths] has them. All calls block; interrupting the thread ends
/// them. Any thread may call.
public final class ContainerFileSystem {
    private static final String IN_PLACE = "path \"$1\"; head -c \"$2\" > \"$p\"";

    private final Engine engine;
    private final String id;
    private final boolean running;
    private final MountMarks mounts;
    private final InstantSource clock;
    private final ContainerShell shell;
    private final Owners owners;

    /// @param running whether its processes run, as far as is known; if not, nothing is run in it
    public ContainerFileSystem(Engine engine, String id, boolean running, MountMarks mounts, InstantSource clock) {
        this.engine = engine;
        this.id = id;
        this.running = running;
        this.mounts = mounts;
        this.clock = clock;
        this.shell = new ContainerShell(engine, id);
        this.owners = new Owners(engine, id, running ? Optional.of(shell) : Optional.empty());
    }

    /// Lists a folder, in no order.
    ///
    /// @param found takes what is found, in pieces, the first one soon
    public void list(String folder, Consumer<List<FileEntry>> found)
            throws EngineException, IOException, FileActionException {
        if (!running || !new FolderProgram(shell).list(folder, found)) {
            new FolderReader(engine, id, owners).list(folder, found);
        }
    }

    /// Reads the beginning of a file; a link is followed.
    ///
    /// @param limit how many bytes at most
    public FileContent read(String path, int limit) throws EngineException, IOException, FileActionException {
        return reader().read(path, limit);
    }

    /// A file's entry with its owner, also where that takes long to find out: Podman tells those of a container that
    /// doesn't run only in an export of all its files, which is read until the file comes by.
    public FileEntry owned(FileContent file) throws EngineException, IOException, FileActionException {
        FileEntry entry = file.entry();
        return entry.isOwnerKnown() ? entry : entry.ownedBy(owners.kept(file.path()));
    }

    private FileReader reader() {
        return new FileReader(engine, id, mounts, running ? Optional.of(shell) : Optional.empty(), owners);
    }

    /// Puts new content into a file that was read whole. Its owner and rights stay.
    ///
    /// @return the file as it is now
    public FileContent write(FileContent opened, byte[] content)
            throws EngineException, IOException, FileActionException {
        FileContent now = reader().read(opened.path(), opened.bytes().length + 1);
        if (!opened.whole() || !now.whole() || !Arrays.equals(now.bytes(), opened.bytes())) {
            throw new FileActionException(
                    Reason.CHANGED_MEANWHILE, "The file was changed in the container after it was opened here.");
        }
        return overwrite(opened, content);
    }

    /// The same without a look at what is there now.
    ///
    /// A running container's shell writes in place: other names of the file, what is mounted there, and programs
    /// that have it open see the new content. Without a shell the engine puts a new file in its place.
    public FileContent overwrite(FileContent opened, byte[] content)
            throws EngineException, IOException, FileActionException {
        String path = opened.path();
        FileEntry entry = withContent(opened.entry(), content.length);
        boolean onlyInPlace = mounts.at(path).isPresent() || mounts.isOnlyInside(path);
        if (onlyInPlace) {
            // Replacing it, as engines do, would fail or go to what lies below the mount.
            inShell(IN_PLACE, inPlace(path, content), content, "write into a mount like this");
        } else if (!writeInPlace(path, content)) {
            put(path, entry, content);
        }
        return new FileContent(path, entry, content.clone(), true);
    }

    private static List<String> inPlace(String path, byte[] content) {
        return List.of(ShellPath.argument(path), Integer.toString(content.length));
    }

    /// False where there is no shell, or where it may not: a container can take rights away from its own root.
    private boolean writeInPlace(String path, byte[] content) throws EngineException {
        return running
                && shell.run(IN_PLACE, inPlace(path, content), content, (type, bytes, from, length) -> {})
                        .filter(result -> result.code() == 0)
                        .isPresent();
    }

    private FileEntry withContent(FileEntry entry, long size) {
        return new FileEntry(
                entry.name(),
                FileKind.FILE,
                size,
                entry.mode(),
                entry.uid(),
                entry.gid(),
                clock.instant().getEpochSecond(),
                "");
    }

    private void put(String path, FileEntry now, byte[] content)
            throws EngineException, IOException, FileActionException {
        FileEntry entry = now.isOwnerKnown() ? now : now.ownedBy(owners.kept(path));
        engine.containers().putArchive(id, FilePaths.parent(path), out -> {
            TarOutput tar = new TarOutput(out);
            tar.file(FilePaths.name(path), entry);
            tar.write(content, 0, content.length);
            tar.endFile();
            tar.end();
        });
    }

    /// Makes a folder.
    ///
    /// @param uid whom it will belong to
    public void makeFolder(String folder, String name, long uid, long gid) throws EngineException, FileActionException {
        requireFree(folder, name);
        String path = FilePaths.child(folder, name);
        if (mounts.isOnlyInside(path)) {
            inShell(
                    "path \"$1\"; mkdir -- \"$p\"",
                    List.of(ShellPath.argument(path)),
                    new byte[0],
                    "make a folder there");
            return;
        }
        FileEntry entry = new FileEntry(
                name, FileKind.FOLDER, 0, 0755, uid, gid, clock.instant().getEpochSecond(), "");
        engine.containers().putArchive(id, folder, out -> {
            TarOutput tar = new TarOutput(out);
            tar.folder(name, entry);
            tar.end();
        });
    }

    /// Makes a folder that belongs to whom the folder around it belongs.
    ///
    /// @param around what is known of that one
    public void makeFolder(String folder, String name, Optional<FileEntry> around)
            throws EngineException, IOException, FileActionException {
        Owners.Owner owner = owners.into(folder, around);
        makeFolder(folder, name, owner.uid(), owner.gid());
    }

    /// Which of these names a folder has.
    public List<String> taken(String folder, List<String> names) throws EngineException {
        List<String> taken = new ArrayList<>();
        for (String name : names) {
            if (isTaken(folder, name)) {
                taken.add(name);
            }
        }
        return taken;
    }

    private boolean isTaken(String folder, String name) throws EngineException {
        try {
            engine.containers().statPath(id, FilePaths.child(folder, name));
            return true;
        } catch (NotFoundException free) {
            return false;
        }
    }

    private void requireFree(String folder, String name) throws EngineException, FileActionException {
        if (!FilePaths.isName(name)) {
            throw new FileActionException(Reason.WRONG_KIND, "A name can't be empty, a dot or two, or hold a slash.");
        }
        if (isTaken(folder, name)) {
            throw new FileActionException(Reason.NAME_TAKEN, "There is something of that name in the folder.");
        }
    }

    /// Gives a file or folder another name in the same folder.
    public void rename(String path, String newName) throws EngineException, FileActionException {
        requireFree(FilePaths.parent(path), newName);
        requireOwn(path, "be renamed");
        String to = FilePaths.child(FilePaths.parent(path), newName);
        inShell("""
                path "$2"; to=$p; path "$1"
                if [ -e "$to" ] || [ -L "$to" ]; then echo "The name is taken" >&2; exit 1; fi
                mv -- "$p" "$to"
                """, List.of(ShellPath.argument(path), ShellPath.argument(to)), new byte[0], "rename files");
    }

    /// Deletes files, and folders with all that is in them.
    public void delete(List<String> paths) throws EngineException, FileActionException {
        for (String path : paths) {
            requireOwn(path, "be deleted");
        }
        inShell(
                "e=0; for a; do path \"$a\"; rm -rf -- \"$p\" || e=1; done; exit $e",
                paths.stream().map(ShellPath::argument).toList(),
                new byte[0],
                "delete files");
    }

    private void requireOwn(String path, String act) throws FileActionException {
        if (path.equals(FilePaths.ROOT) || mounts.at(path).isPresent()) {
            throw new FileActionException(
                    Reason.WRONG_KIND, FilePaths.name(path) + " can't " + act + ": it is mounted there.");
        }
    }

    /// Changes the rights of a file or folder; of a link, of what it leads to.
    ///
    /// @param mode as [FileEntry#mode()]
    public void changeMode(String path, int mode) throws EngineException, IOException, FileActionException {
        if (running && !shell.isMissing()) {
            Optional<ContainerShell.Result> result = shell.run(
                    "path \"$1\"; chmod \"$2\" -- \"$p\"",
                    List.of(ShellPath.argument(path), Integer.toOctalString(mode)),
                    (type, bytes, from, length) -> {});
            if (result.isPresent()) {
                requireDone(result.get());
                return;
            }
        }
        reader().replaceHead(path, mode);
    }

    /// How the container differs from its image.
    public ChangeMarks changes() throws EngineException {
        return ChangeMarks.of(engine.containers().changes(id), mounts);
    }

    /// Reads the beginning of a file as an image has it; empty if it has none there. For that a container is created,
    /// which is never started, and deleted.
    ///
    /// @param image its id
    /// @param limit how many bytes at most
    public Optional<FileContent> readFromImage(String image, String path, int limit)
            throws EngineException, IOException, FileActionException {
        return new ImageFiles(engine, image, clock).read(path, limit);
    }

    /// Copies a file or folder to this computer, under a name that is free there. A link at the top is followed.
    ///
    /// @param folder an existing folder; nothing is written outside it
    public Downloaded download(String path, Path folder, Transfer transfer)
            throws EngineException, IOException, FileActionException {
        if (mounts.isOnlyInside(path)) {
            throw new FileActionException(
                    Reason.WRONG_KIND, "It is in memory that only the container sees, and engines can't copy that.");
        }
        return new Download(engine, id).run(path, folder, transfer);
    }

    /// Copies files and folders of this computer into a folder. What has their names there is replaced; folders are
    /// merged.
    ///
    /// @param uid whom they will belong to
    public void upload(List<Path> paths, String folder, long uid, long gid, Transfer transfer)
            throws EngineException, IOException, FileActionException {
        if (mounts.isOnlyInside(folder)) {
            throw new FileActionException(
                    Reason.WRONG_KIND,
                    "The folder is in memory that only the container sees, and engines can't copy there.");
        }
        try {
            engine.containers().putArchive(id, folder, new Upload(paths, uid, gid, transfer)::writeTo);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The same; they will belong to whom the folder belongs, also where that takes long to find out.
    ///
    /// @param known what is known of the folder
    public void upload(List<Path> paths, String folder, Optional<FileEntry> known, Transfer transfer)
            throws EngineException, IOException, FileActionException {
        Owners.Owner owner = owners.into(folder, known);
        upload(paths, folder, owner.uid(), owner.gid(), transfer);
    }

    /// How many bytes an upload of these will copy.
    public static long sizeOf(List<Path> paths) throws IOException {
        return Upload.size(paths);
    }

    private void inShell(String script, List<String> arguments, byte[] input, String act)
            throws EngineException, FileActionException {
        if (!running) {
            throw FileActionException.needsRunning(act);
        }
        Optional<ContainerShell.Result> result = shell.run(script, arguments, input, (type, bytes, from, length) -> {});
        if (result.isEmpty()) {
            throw shell.isMissing() ? FileActionException.needsShell(act) : FileActionException.needsRunning(act);
        }
        requireDone(result.get());
    }

    private static void requireDone(ContainerShell.Result result) throws FileActionException {
        if (result.code() != 0) {
            throw new FileActionException(Reason.REFUSED, "The container gave the reason below.", result.errors());
        }
    }
}
