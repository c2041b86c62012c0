package io.quayside.vm.share;

import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What one guest has open. Thread-safe.
final class Handles {
    private static final int MOST = 1 << 18;

    private final Map<Long, Handle> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    long add(Handle handle) throws Refused {
        if (open.size() >= MOST) {
            handle.close();
            throw new Refused(Errno.EMFILE);
        }
        long number = last.incrementAndGet();
        open.put(number, handle);
        return number;
    }

    Handle get(long number) throws Refused {
        Handle handle = open.get(number);
        if (handle == null) {
            throw new Refused(Errno.EBADF);
        }
        return handle;
    }

    void release(long number) throws Refused {
        Handle handle = open.remove(number);
        if (handle == null) {
            throw new Refused(Errno.EBADF);
        }
        handle.close();
    }

    /// An open file, by which one without a name is still reached.
    Optional<FileChannel> of(Node node) {
        for (Handle handle : open.values()) {
            FileChannel channel = handle.channel;
            if (handle.node.equals(node) && channel != null && channel.isOpen()) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }

    void clear() {
        open.values().removeIf(handle -> {
            handle.close();
            return true;
        });
    }

    int size() {
        return open.size();
    }
}
