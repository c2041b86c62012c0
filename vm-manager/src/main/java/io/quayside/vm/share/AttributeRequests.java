package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Requests for what is known about files. Thread-safe.
final class AttributeRequests {
    /// How long a guest keeps names and attributes, in seconds, unless it is told to forget them.
    static final int KEPT = 1;

    private static final int BLOCK = 512;
    private static final int PAGE = 4096;
    private static final int LONGEST_NAME = 255;

    private static final int MODE = 1;
    private static final int UID = 2;
    private static final int GID = 4;
    private static final int SIZE = 8;
    private static final int ACCESSED = 0x10;
    private static final int MODIFIED = 0x20;
    private static final int HANDLE = 0x40;
    private static final int ACCESSED_NOW = 0x80;
    private static final int MODIFIED_NOW = 0x100;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Served served;
    private final SharedFolder folder;

    AttributeRequests(Served served) {
        this.served = served;
        folder = served.folder;
    }

    void get(Node node, MessageWriter out) throws IOException {
        answer(node, served.facts(node), out);
    }

    private static void answer(Node node, Node.Left now, MessageWriter out) {
        node.tell(now.facts());
        out.u64(KEPT).u32(0).u32(0);
        write(now.facts(), now.owned(), out);
    }

    /// A name with the number and the attributes of what it leads to.
    void entry(Node node, TreePath path, FileFacts facts, int kept, MessageWriter out) {
        node.tell(facts);
        out.u64(node.id).u64(0).u64(kept).u64(kept).u32(0).u32(0);
        write(facts, folder.owned(path), out);
    }

    private static void write(FileFacts facts, Ownership.Owned owned, MessageWriter out) {
        out.u64(facts.number()).u64(facts.size()).u64((facts.size() + BLOCK - 1) / BLOCK);
        out.u64(Math.floorDiv(facts.accessed(), SECOND))
                .u64(Math.floorDiv(facts.modified(), SECOND))
                .u64(Math.floorDiv(facts.changed(), SECOND));
        out.u32((int) Math.floorMod(facts.accessed(), SECOND))
                .u32((int) Math.floorMod(facts.modified(), SECOND))
                .u32((int) Math.floorMod(facts.changed(), SECOND));
        out.u32(facts.type() | owned.permissions(facts))
                .u32((int) facts.links())
                .u32(owned.uid())
                .u32(owned.gid())
                .u32(0)
                .u32(PAGE)
                .u32(0);
    }

    void set(Node node, MessageReader in, MessageWriter out) throws IOException {
        int which = in.u32();
        in.u32();
        long handle = in.u64();
        long size = in.u64();
        in.u64();
        long accessed = in.u64();
        long modified = in.u64();
        in.u64();
        long accessedAt = instant(accessed, in.u32());
        long modifiedAt = instant(modified, in.u32());
        in.u32();
        int mode = in.u32();
        in.u32();
        int uid = in.u32();
        int gid = in.u32();
        if (!served.replay.is(in.uid())) {
            Optional<FileChannel> open =
                    (which & HANDLE) == 0 ? Optional.empty() : Optional.ofNullable(served.handles.get(handle).channel);
            if (served.nodes.isLost(node)) {
                setNameless(node, which, size, open);
            } else {
                TreePath path = served.path(node);
                FileFacts facts = folder.facts(path);
                if ((which & SIZE) != 0) {
                    resize(path, facts, size, open.orElse(null));
                }
                if ((which & MODE) != 0) {
                    folder.chmod(path, facts, mode & FileFacts.PERMISSIONS);
                }
                if ((which & (UID | GID)) != 0) {
                    folder.chown(path, (which & UID) != 0 ? uid : -1, (which & GID) != 0 ? gid : -1);
                }
                if ((which & (ACCESSED | MODIFIED)) != 0) {
                    long now = System.currentTimeMillis() * 1_000_000;
                    folder.setTimes(
                            path,
                            chosen(which, ACCESSED, ACCESSED_NOW, accessedAt, now),
                            chosen(which, MODIFIED, MODIFIED_NOW, modifiedAt, now));
                }
            }
        }
        answer(node, served.facts(node), out);
    }

    private static long chosen(int which, int set, int setToNow, long value, long now) {
        return (which & set) == 0 ? Long.MIN_VALUE : (which & setToNow) == 0 ? value : now;
    }

    private static long instant(long seconds, int nanos) {
        return Math.clamp(seconds, -9_000_000_000L, 9_000_000_000L) * SECOND + Math.clamp(nanos, 0, SECOND - 1);
    }

    private void resize(TreePath path, FileFacts facts, long size, @Nullable FileChannel channel) throws IOException {
        if (!facts.isFile()) {
            throw new Refused(facts.isFolder() ? Errno.EISDIR : Errno.EINVAL);
        }
        if (size < 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (channel != null && channel.isOpen()) {
            try {
                folder.touched(path);
                SharedFolder.resize(channel, size);
                return;
            } catch (NonWritableChannelException e) {
                // It was opened for reading; the name is good for writing.
            }
        }
        folder.resize(path, size);
    }

    private void setNameless(Node node, int which, long size, Optional<FileChannel> open) throws IOException {
        if ((which & SIZE) != 0) {
            FileChannel channel = open.or(() -> served.handles.of(node)).orElseThrow(() -> new Refused(Errno.ESTALE));
            if (size < 0) {
                throw new Refused(Errno.EINVAL);
            }
            SharedFolder.resize(channel, size);
        }
    }

    void room(MessageWriter out) throws IOException {
        HostTree.Room room = folder.tree().room();
        out.u64(room.total() / PAGE)
                .u64(room.free() / PAGE)
                .u64(room.usable() / PAGE)
                .u64(0)
                .u64(0)
                .u32(PAGE)
                .u32(LONGEST_NAME)
                .u32(PAGE)
                .zeros(28);
    }
}
