package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom files of one container belong to. Docker's archives say it; those of Podman name the container's user for
/// everything, so there a shell is asked, or the export of the whole container.
///
/// Threads: any; what kind of engine it is may be asked twice.
final class Owners {
    /// Numbers in the container.
    record Owner(long uid, long gid) {}

    private static final Owner ROOT = new Owner(0, 0);

    private final Engine engine;
    private final String id;
    private final Optional<ContainerShell> shell;
    private volatile @Nullable Boolean inArchives;

    /// @param shell of a running container
    Owners(Engine engine, String id, Optional<ContainerShell> shell) {
        this.engine = engine;
        this.id = id;
        this.shell = shell;
    }

    /// Whether an archive of a path tells them.
    boolean areInArchives() throws EngineException {
        Boolean known = inArchives;
        if (known == null) {
            known = !engine.system().version().isPodman();
            inArchives = known;
        }
        return known;
    }

    /// To look at: empty where it would take long to find out.
    Optional<Owner> shown(String path, TarEntry head) throws EngineException {
        return areInArchives() ? Optional.of(new Owner(head.uid(), head.gid())) : byShell(path);
    }

    /// To give it to the same owner again.
    Owner kept(String path, TarEntry head) throws EngineException, IOException, FileActionException {
        return areInArchives() ? new Owner(head.uid(), head.gid()) : kept(path);
    }

    /// The same where archives don't tell.
    Owner kept(String path) throws EngineException, IOException, FileActionException {
        Optional<Owner> told = byShell(path);
        return told.isPresent() ? told.get() : byExport(path);
    }

    /// Whom things that are put into a folder are to belong to: the folder's own.
    ///
    /// @param known what is known of the folder
    Owner into(String folder, Optional<FileEntry> known) throws EngineException, IOException, FileActionException {
        Optional<FileEntry> told = known.filter(FileEntry::isOwnerKnown);
        if (told.isPresent()) {
            return new Owner(told.get().uid(), told.get().gid());
        }
        return folder.equals(FilePaths.ROOT) || areInArchives() ? ROOT : kept(folder);
    }

    private Optional<Owner> byShell(String path) throws EngineException {
        if (shell.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return shell.get()
                .run(
                        "path \"$1\"; stat -c '%u %g' -- \"$p\"",
                        List.of(ShellPath.argument(path)),
                        (type, bytes, from, length) -> out.write(bytes, from, length))
                .filter(result -> result.code() == 0)
                .flatMap(
                        result -> parsed(out.toString(StandardCharsets.US_ASCII).strip()));
    }

    private static Optional<Owner> parsed(String text) {
        String[] words = text.split(" ");
        return text.matches("\\d{1,10} \\d{1,10}")
                ? Optional.of(new Owner(Long.parseLong(words[0]), Long.parseLong(words[1])))
                : Optional.empty();
    }

    private Owner byExport(String path) throws EngineException, IOException, FileActionException {
        try (InputStream export = engine.containers().export(id)) {
            TarReader tar = new TarReader(export);
            for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
                if (FilePaths.normal("/" + next.get().name()).equals(path)) {
                    return new Owner(next.get().uid(), next.get().gid());
                }
            }
        }
        throw new FileActionException(
                FileActionException.Reason.NEEDS_RUNNING,
                "Podman doesn't tell whom it belongs to while the container is stopped, so the owner would be another"
                        + " one. Start the container first.");
    }
}
