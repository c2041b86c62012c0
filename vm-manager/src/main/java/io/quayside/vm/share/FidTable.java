package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files that one guest has numbers for. Bounded. Thread-safe.
final class FidTable {
    private static final int MOST = 1 << 18;

    private final Map<Integer, Fid> fids = new ConcurrentHashMap<>();

    Fid get(int number) throws Refused {
        Fid fid = fids.get(number);
        if (fid == null) {
            throw new Refused(Errno.EBADF);
        }
        return fid;
    }

    void add(int number, Fid fid) throws Refused {
        if (fids.size() >= MOST) {
            throw new Refused(Errno.EMFILE);
        }
        if (fids.putIfAbsent(number, fid) != null) {
            throw new Refused(Errno.EBADF);
        }
    }

    /// In place of what the number was for.
    void put(int number, Fid fid) {
        fids.put(number, fid);
    }

    Fid remove(int number) throws Refused {
        Fid fid = fids.remove(number);
        if (fid == null) {
            throw new Refused(Errno.EBADF);
        }
        return fid;
    }

    /// Files keep their numbers when a guest moves them or a folder above them.
    void moved(TreePath from, TreePath to) {
        for (Fid fid : fids.values()) {
            TreePath path = fid.path;
            if (path.startsWith(from)) {
                fid.path = path.moved(from, to);
            }
        }
    }

    /// What a file is that is about to lose its name, if a guest has it open.
    Fid.@Nullable Nameless beforeDelete(TreePath path, SharedFolder folder) throws IOException {
        for (Fid fid : fids.values()) {
            FileChannel channel = fid.channel;
            if (channel != null && fid.path.equals(path) && fid.nameless == null) {
                return new Fid.Nameless(folder.facts(path), folder.owned(path), channel);
            }
        }
        return null;
    }

    void afterDelete(TreePath path, Fid.@Nullable Nameless left) {
        if (left == null) {
            return;
        }
        for (Fid fid : fids.values()) {
            if (fid.path.equals(path)) {
                fid.nameless = left;
            }
        }
    }

    void clear() {
        fids.values().removeIf(fid -> {
            fid.close();
            return true;
        });
    }

    int size() {
        return fids.size();
    }
}
