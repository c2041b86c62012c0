package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;

/// Requests for what is known about files. Thread-safe.
final class AttributeRequests {
    /// Everything that Linux calls the basic ones.
    private static final long BASIC = 0x7ff;

    private static final int BLOCK = 512;
    private static final int MODE = 1;
    private static final int UID = 2;
    private static final int GID = 4;
    private static final int SIZE = 8;
    private static final int ACCESSED = 0x10;
    private static final int MODIFIED = 0x20;
    private static final int ACCESSED_GIVEN = 0x80;
    private static final int MODIFIED_GIVEN = 0x100;

    private static final int NINE_P = 0x01021997;
    private static final int PAGE = 4096;
    private static final int LONGEST_NAME = 255;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SharedFolder folder;
    private final FidTable fids;
    private final Replay replay;

    AttributeRequests(SharedFolder folder, FidTable fids, Replay replay) {
        this.folder = folder;
        this.fids = fids;
        this.replay = replay;
    }

    void get(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        in.u64();
        Fid.Nameless nameless = fid.nameless;
        FileFacts facts = nameless == null ? replay.looked(fid.uid, fid.path, folder) : nameless.now();
        Ownership.Owned owned = nameless == null ? folder.owned(fid.path) : nameless.owned();
        out.u64(BASIC)
                .qid(facts.qid())
                .u32(facts.type() | owned.permissions(facts))
                .u32(owned.uid())
                .u32(owned.gid())
                .u64(facts.links())
                .u64(0)
                .u64(facts.size())
                .u64(PAGE)
                .u64((facts.size() + BLOCK - 1) / BLOCK);
        time(out, facts.accessed());
        time(out, facts.modified());
        time(out, facts.changed());
        time(out, 0);
        out.u64(0).u64(0);
    }

    private static void time(MessageWriter out, long nanos) {
        out.u64(Math.floorDiv(nanos, SECOND)).u64(Math.floorMod(nanos, SECOND));
    }

    void set(MessageReader in) throws IOException {
        Fid fid = fids.get(in.u32());
        int which = in.u32();
        int mode = in.u32();
        int uid = in.u32();
        int gid = in.u32();
        long size = in.u64();
        long accessed = instant(in);
        long modified = instant(in);
        if (replay.is(fid.uid)) {
            return;
        }
        if (fid.nameless != null) {
            setNameless(fid, which, size);
            return;
        }
        TreePath path = fid.path;
        FileFacts facts = folder.facts(path);
        if ((which & SIZE) != 0) {
            resize(fid, facts, size);
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
                    chosen(which, ACCESSED, ACCESSED_GIVEN, accessed, now),
                    chosen(which, MODIFIED, MODIFIED_GIVEN, modified, now));
        }
    }

    private static long chosen(int which, int set, int given, long value, long now) {
        return (which & set) == 0 ? Long.MIN_VALUE : (which & given) != 0 ? value : now;
    }

    private static long instant(MessageReader in) throws BadMessage {
        long seconds = in.u64();
        long nanos = in.u64();
        return Math.clamp(seconds, -9_000_000_000L, 9_000_000_000L) * SECOND + Math.clamp(nanos, 0, SECOND - 1);
    }

    private void resize(Fid fid, FileFacts facts, long size) throws IOException {
        if (!facts.isFile()) {
            throw new Refused(facts.isFolder() ? Errno.EISDIR : Errno.EINVAL);
        }
        if (size < 0) {
            throw new Refused(Errno.EINVAL);
        }
        FileChannel channel = fid.channel;
        if (channel != null && channel.isOpen()) {
            try {
                folder.touched(fid.path);
                SharedFolder.resize(channel, size);
                return;
            } catch (java.nio.channels.NonWritableChannelException e) {
                // It was opened for reading; the name is good for writing.
            }
        }
        folder.resize(fid.path, size);
    }

    private static void setNameless(Fid fid, int which, long size) throws IOException {
        FileChannel channel = fid.channel;
        if ((which & SIZE) != 0 && channel != null) {
            SharedFolder.resize(channel, size);
        }
    }

    void room(MessageReader in, MessageWriter out) throws IOException {
        fids.get(in.u32());
        HostTree.Room room = folder.tree().room();
        out.u32(NINE_P)
                .u32(PAGE)
                .u64(room.total() / PAGE)
                .u64(room.free() / PAGE)
                .u64(room.usable() / PAGE)
                .u64(0)
                .u64(0)
                .u64(0)
                .u32(LONGEST_NAME);
    }
}
