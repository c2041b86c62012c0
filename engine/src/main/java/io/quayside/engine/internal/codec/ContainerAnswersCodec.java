package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerProcesses;
import io.quayside.engine.model.FilesystemChange;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.model.WaitResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The small answers about containers, and those that several kinds of objects share.
public final class ContainerAnswersCodec {
    /// Go's `os.ModeDir`, `ModeSymlink`, and the other types that aren't plain files.
    private static final long MODE_FOLDER = 1L << 31;

    private static final long MODE_LINK = 1L << 27;
    private static final long MODE_OTHER = 1L << 26 | 1L << 25 | 1L << 24 | 1L << 21 | 1L << 19;
    private static final long MODE_SETUID = 1L << 23;
    private static final long MODE_SETGID = 1L << 22;
    private static final long MODE_STICKY = 1L << 20;

    private ContainerAnswersCodec() {}

    /// `GET /containers/{id}/top`.
    public static ContainerProcesses processes(JsonIn in) {
        List<String> titles = List.of();
        List<List<String>> rows = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Titles" -> titles = in.texts();
                    case "Processes" -> rows = in.list(JsonIn::texts);
                    default -> in.skip();
                }
            }
        }
        return titles.size() == 1 ? split(titles.getFirst(), rows) : new ContainerProcesses(titles, rows);
    }

    /// Podman passes lines of `ps` on as they are when it is the container's own.
    private static ContainerProcesses split(String title, List<List<String>> rows) {
        List<String> titles = List.of(title.strip().split(" +"));
        return new ContainerProcesses(
                titles,
                rows.stream()
                        .map(row -> List.of(String.join(" ", row).strip().split(" +", titles.size())))
                        .toList());
    }

    /// Reads one item of `GET /containers/{id}/changes`.
    public static FilesystemChange change(JsonIn in) {
        String path = "";
        FilesystemChange.Kind kind = FilesystemChange.Kind.MODIFIED;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Path" -> path = in.text();
                    case "Kind" -> kind = changeKind(in.number());
                    default -> in.skip();
                }
            }
        }
        return new FilesystemChange(path, kind);
    }

    private static FilesystemChange.Kind changeKind(long number) {
        return switch ((int) number) {
            case 1 -> FilesystemChange.Kind.ADDED;
            case 2 -> FilesystemChange.Kind.DELETED;
            default -> FilesystemChange.Kind.MODIFIED;
        };
    }

    /// `POST /containers/{id}/wait`. Podman's `Error` is `null`.
    public static WaitResult waitResult(JsonIn in) {
        long exitCode = 0;
        String error = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "StatusCode" -> exitCode = in.number();
                    case "Error" -> error = in.map(JsonIn::text).getOrDefault("Message", "");
                    default -> in.skip();
                }
            }
        }
        return new WaitResult(exitCode, error);
    }

    /// The answers to all prunes: what went, under a name for each kind of object, and how much space it was.
    public static PruneReport pruned(JsonIn in) {
        List<String> removed = List.of();
        long space = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ContainersDeleted", "VolumesDeleted", "NetworksDeleted", "CachesDeleted" ->
                        removed = in.texts();
                    case "SpaceReclaimed" -> space = in.number();
                    default -> in.skip();
                }
            }
        }
        return new PruneReport(removed, space);
    }

    /// The object in the header `X-Docker-Container-Path-Stat`.
    public static PathStat pathStat(JsonIn in) {
        String name = "";
        long size = 0;
        long mode = 0;
        Optional<Instant> modified = Optional.empty();
        String target = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "name" -> name = in.text();
                    case "size" -> size = in.number();
                    case "mode" -> mode = in.number();
                    case "mtime" -> modified = in.instant();
                    case "linkTarget" -> target = in.text();
                    default -> in.skip();
                }
            }
        }
        PathStat.Type type = pathType(mode);
        // Podman gives every path a target: itself.
        return new PathStat(name, size, permissions(mode), type, modified, type == PathStat.Type.LINK ? target : "");
    }

    /// Go keeps three of the permission bits elsewhere than everybody else.
    private static int permissions(long mode) {
        return (int) (mode & 0777)
                | ((mode & MODE_SETUID) != 0 ? 04000 : 0)
                | ((mode & MODE_SETGID) != 0 ? 02000 : 0)
                | ((mode & MODE_STICKY) != 0 ? 01000 : 0);
    }

    private static PathStat.Type pathType(long mode) {
        if ((mode & MODE_FOLDER) != 0) {
            return PathStat.Type.FOLDER;
        }
        if ((mode & MODE_LINK) != 0) {
            return PathStat.Type.LINK;
        }
        return (mode & MODE_OTHER) != 0 ? PathStat.Type.OTHER : PathStat.Type.FILE;
    }
}
