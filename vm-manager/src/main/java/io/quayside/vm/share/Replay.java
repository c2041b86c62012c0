package io.quayside.vm.share;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lets the program in the guest do again what the host did, so that the guest's kernel raises events for
/// watchers. It works under a user number of its own. For that user a file that the host made isn't there
/// until it has made it, one that the host deleted is there until it has deleted it, and nothing of what it
/// does changes anything. Thread-safe.
final class Replay {
    /// The user number; `guest/agent/replay.go` has the same.
    static final int USER = 0x51530001;

    private static final int MOST = 4096;

    private final Map<TreePath, Boolean> toMake = new ConcurrentHashMap<>();
    private final Map<TreePath, Boolean> toDelete = new ConcurrentHashMap<>();

    /// The guest will be asked to make this again.
    void willMake(TreePath path) {
        remember(toMake, path, true);
    }

    /// The guest will be asked to delete this again.
    void willDelete(TreePath path, boolean folder) {
        remember(toDelete, path, folder);
    }

    private static void remember(Map<TreePath, Boolean> all, TreePath path, boolean value) {
        if (all.size() < MOST) {
            all.put(path, value);
        }
    }

    /// The guest is done with it, or won't do it.
    void forget(TreePath path) {
        toMake.remove(path);
        toDelete.remove(path);
    }

    boolean is(int uid) {
        return uid == USER;
    }

    /// What that user finds at a path; for everybody else it is what is there.
    ///
    /// @param known what the guest knows at that path; a file that is gone stays that file until it is "deleted"
    FileFacts looked(TreePath path, SharedFolder folder, Optional<Node> known) throws IOException {
        if (toMake.containsKey(path)) {
            throw new Refused(Errno.ENOENT);
        }
        Boolean isFolder = toDelete.get(path);
        if (isFolder != null) {
            int type = isFolder ? FileFacts.FOLDER : FileFacts.FILE;
            return new FileFacts(
                    known.map(node -> node.type).orElse(type) | 0777,
                    known.map(node -> node.file).orElse(path.hashCode() | 1L << 40),
                    1,
                    0,
                    0,
                    0,
                    0);
        }
        return folder.facts(path);
    }

    /// Whether that user makes what the host has made.
    boolean made(int uid, TreePath path) throws Refused {
        if (!is(uid)) {
            return false;
        }
        if (toMake.remove(path) == null) {
            throw new Refused(Errno.EEXIST);
        }
        return true;
    }

    /// Whether that user deletes what the host has deleted.
    boolean deleted(int uid, TreePath path) throws Refused {
        if (!is(uid)) {
            return false;
        }
        if (toDelete.remove(path) == null) {
            throw new Refused(Errno.ENOENT);
        }
        return true;
    }
}
