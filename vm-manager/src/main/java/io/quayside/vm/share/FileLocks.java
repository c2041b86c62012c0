package io.quayside.vm.share;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Locks on parts of files, as POSIX has them. A guest's kernel settles what its own programs lock, and
/// only then asks here, so this settles what several machines lock. Programs of the host don't see these
/// locks, nor the other way round: what the JDK offers for that loses all locks of a file when any of its
/// descriptors is closed. Thread-safe.
final class FileLocks {
    /// Of all machines of this process.
    static final FileLocks OF_ALL = new FileLocks();

    private static final int MOST = 4096;

    private final Map<Object, List<Held>> files = new HashMap<>();

    /// Who holds a lock: a process of a guest.
    record Owner(Object session, int process, String client) {}

    /// A locked part.
    ///
    /// @param end the first byte after it; `Long.MAX_VALUE` for a lock to the end of the file
    record Held(Owner owner, boolean exclusive, long start, long end) {
        boolean meets(long otherStart, long otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    static long end(long start, long length) {
        return length == 0 || start + length < start ? Long.MAX_VALUE : start + length;
    }

    /// The lock of somebody else that is in the way, if there is one.
    synchronized Optional<Held> conflict(Object file, Owner owner, boolean exclusive, long start, long end) {
        return files.getOrDefault(file, List.of()).stream()
                .filter(held -> !held.owner.equals(owner) && held.meets(start, end) && (exclusive || held.exclusive))
                .findFirst();
    }

    /// Takes the lock, in place of what the owner has of that part; false if somebody else's is in the way.
    synchronized boolean take(Object file, Owner owner, boolean exclusive, long start, long end) throws Refused {
        if (conflict(file, owner, exclusive, start, end).isPresent()) {
            return false;
        }
        release(file, owner, start, end);
        List<Held> all = files.computeIfAbsent(file, key -> new ArrayList<>());
        if (all.size() >= MOST) {
            throw new Refused(Errno.ENOMEM);
        }
        all.add(new Held(owner, exclusive, start, end));
        return true;
    }

    synchronized void release(Object file, Owner owner, long start, long end) {
        List<Held> all = files.get(file);
        if (all == null) {
            return;
        }
        List<Held> left = new ArrayList<>();
        for (Held held : all) {
            if (!held.owner.equals(owner) || !held.meets(start, end)) {
                left.add(held);
                continue;
            }
            if (held.start < start) {
                left.add(new Held(owner, held.exclusive, held.start, start));
            }
            if (held.end > end) {
                left.add(new Held(owner, held.exclusive, end, held.end));
            }
        }
        if (left.isEmpty()) {
            files.remove(file);
        } else {
            files.put(file, left);
        }
    }

    /// Releases all of one session.
    synchronized void forget(Object session) {
        files.values().forEach(all -> all.removeIf(held -> held.owner.session().equals(session)));
        files.values().removeIf(List::isEmpty);
    }
}
