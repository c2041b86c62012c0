package io.quayside.engine.files;

import io.quayside.engine.model.FilesystemChange;
import io.quayside.engine.model.FilesystemChange.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a container differs from its image. Folders that the engine names only because something in them changed are not
/// changes themselves, and what is mounted is not the container's. Immutable.
public final class ChangeMarks {
    private static final Set<String> MADE_BY_ENGINE = Set.of("/.dockerenv", "/run/.containerenv", "/etc/mtab");

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, List<String>> deleted = new HashMap<>();
    private final List<FilesystemChange> all = new ArrayList<>();

    private ChangeMarks() {}

    /// None.
    public static ChangeMarks none() {
        return new ChangeMarks();
    }

    /// What the engine says, without what is mounted.
    public static ChangeMarks of(List<FilesystemChange> changes, MountMarks mounts) {
        ChangeMarks marks = new ChangeMarks();
        Set<String> parents = new HashSet<>();
        changes.forEach(change -> parents.add(FilePaths.parent(change.path())));
        for (FilesystemChange change : changes) {
            String path = change.path();
            boolean named = path.startsWith("/") && !path.equals(FilePaths.ROOT);
            if (named && !mounts.covers(path) && !MADE_BY_ENGINE.contains(path)) {
                marks.add(change, parents.contains(path));
            }
        }
        return marks;
    }

    private void add(FilesystemChange change, boolean hasChangesInside) {
        if (change.kind() == Kind.MODIFIED && hasChangesInside) {
            return;
        }
        kinds.put(change.path(), change.kind());
        if (hasChangesInside) {
            return; // a new folder: what is in it is counted
        }
        all.add(change);
        for (String at = FilePaths.parent(change.path()); ; at = FilePaths.parent(at)) {
            inside.merge(at, 1, Integer::sum);
            if (at.equals(FilePaths.ROOT)) {
                break;
            }
        }
        if (change.kind() == Kind.DELETED) {
            deleted.computeIfAbsent(FilePaths.parent(change.path()), ignored -> new ArrayList<>())
                    .add(FilePaths.name(change.path()));
        }
    }

    /// What happened to a path.
    public Optional<Kind> at(String path) {
        return Optional.ofNullable(kinds.get(path));
    }

    /// How many files in a folder, at any depth, were added, changed or deleted.
    public int inside(String folder) {
        return inside.getOrDefault(folder, 0);
    }

    /// Names that the image has in a folder and the container hasn't.
    public List<String> deletedIn(String folder) {
        return List.copyOf(deleted.getOrDefault(folder, List.of()));
    }

    /// Every change, as the engine orders them.
    public List<FilesystemChange> all() {
        return List.copyOf(all);
    }
}
