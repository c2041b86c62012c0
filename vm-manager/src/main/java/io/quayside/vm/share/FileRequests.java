package io.quayside.vm.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Requests for what is in files and folders. Thread-safe.
final class FileRequests {
    private static final int ACCESS = 3;
    private static final int WRITE_ONLY = 1;
    private static final int READ_WRITE = 2;
    private static final int TRUNCATE = 01000;

    /// The head of an answer to a read, and of a write.
    private static final int FRAME = 24;

    private static final int UNLOCK = 2;
    private static final int WRITE_LOCK = 1;
    private static final int BLOCKED = 1;

    private static final int FOLDER_ENTRY = 4;
    private static final int FILE_ENTRY = 8;
    private static final int LINK_ENTRY = 10;
    private static final int ENTRY_HEAD = Qid.BYTES + 8 + 1 + 2;

    private final SharedFolder folder;
    private final FidTable fids;
    private final Replay replay;

    FileRequests(SharedFolder folder, FidTable fids, Replay replay) {
        this.folder = folder;
        this.fids = fids;
        this.replay = replay;
    }

    private static HostTree.OpenMode mode(int flags) {
        int access = flags & ACCESS;
        return new HostTree.OpenMode(
                access != WRITE_ONLY, access == WRITE_ONLY || access == READ_WRITE, (flags & TRUNCATE) != 0);
    }

    void open(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        int flags = in.u32();
        if (fid.channel != null) {
            throw new Refused(Errno.EBADF);
        }
        FileFacts facts = folder.facts(fid.path);
        if (facts.isFolder()) {
            if (mode(flags).write()) {
                throw new Refused(Errno.EISDIR);
            }
        } else {
            fid.channel = folder.open(fid.path, mode(flags));
        }
        out.qid(facts.qid()).u32(0);
    }

    void create(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        String name = in.text();
        int flags = in.u32();
        int permissions = in.u32();
        int gid = in.u32();
        TreePath path = fid.path.child(name);
        if (replay.made(fid.uid, path)) {
            fid.path = path;
            out.qid(folder.facts(path).qid()).u32(0);
            return;
        }
        fid.channel = folder.create(path, mode(flags), permissions, fid.uid, gid);
        fid.path = path;
        out.qid(folder.facts(path).qid()).u32(0);
    }

    private static FileChannel channel(Fid fid) throws Refused {
        FileChannel channel = fid.channel;
        if (channel == null) {
            throw new Refused(Errno.EBADF);
        }
        return channel;
    }

    void read(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        long offset = in.u64();
        int count = limited(in.u32());
        FileChannel channel = channel(fid);
        if (offset < 0) {
            throw new Refused(Errno.EINVAL);
        }
        // Most reads are for more than there is, and the room for an answer is kept.
        int there = Math.clamp(channel.size() - offset, 0, count);
        ByteBuffer space = out.space(there);
        while (space.hasRemaining()) {
            int read = channel.read(space, offset + space.position());
            if (read <= 0) {
                break;
            }
        }
        out.filled(space.position());
    }

    void write(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        long offset = in.u64();
        ByteBuffer data = in.data(in.u32());
        FileChannel channel = channel(fid);
        if (offset < 0) {
            throw new Refused(Errno.EINVAL);
        }
        int count = data.remaining();
        folder.touched(fid.path);
        while (data.hasRemaining()) {
            channel.write(data, offset + count - data.remaining());
        }
        out.u32(count);
    }

    private static int limited(int count) {
        return count < 0 ? Session.LARGEST - FRAME : Math.min(count, Session.LARGEST - FRAME);
    }

    /// The names are listed once, when the guest begins at the start; a place in the folder is a number in that list.
    void list(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        long offset = in.u64();
        int count = limited(in.u32());
        List<String> names = fid.listing;
        if (names == null || offset == 0) {
            names = new ArrayList<>(List.of(".", ".."));
            names.addAll(folder.list(fid.path));
            fid.listing = names;
        }
        MessageWriter entries = new MessageWriter().begin(0, 0);
        int head = entries.size();
        for (long i = Math.max(0, offset); i < names.size(); i++) {
            String name = names.get((int) i);
            if (entries.size() - head + ENTRY_HEAD + name.getBytes(StandardCharsets.UTF_8).length > count) {
                break;
            }
            entry(entries, fid.path, name, i + 1);
        }
        ByteBuffer all = entries.finish().position(head);
        int size = all.remaining();
        out.space(size).put(all);
        out.filled(size);
    }

    private void entry(MessageWriter out, TreePath at, String name, long next) throws IOException {
        FileFacts facts;
        try {
            facts = folder.facts(
                    switch (name) {
                        case "." -> at;
                        case ".." -> at.parent();
                        default -> at.child(name);
                    });
        } catch (IOException e) {
            // Gone since it was listed.
            return;
        }
        int type = facts.isFolder() ? FOLDER_ENTRY : facts.isLink() ? LINK_ENTRY : facts.isFile() ? FILE_ENTRY : 0;
        out.qid(facts.qid()).u64(next).u8(type).text(name);
    }

    void sync(MessageReader in) throws IOException {
        Fid fid = fids.get(in.u32());
        FileChannel channel = fid.channel;
        if (channel != null) {
            try {
                channel.force(true);
            } catch (ClosedChannelException e) {
                throw new Refused(Errno.EBADF);
            }
        }
    }

    void lock(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        int type = in.u8();
        in.u32();
        long start = in.u64();
        long length = in.u64();
        FileLocks.Owner owner = new FileLocks.Owner(fids, in.u32(), in.text());
        if (start < 0 || length < 0) {
            throw new Refused(Errno.EINVAL);
        }
        Object file = folder.lockKey(fid.path);
        long end = FileLocks.end(start, length);
        if (type == UNLOCK) {
            FileLocks.OF_ALL.release(file, owner, start, end);
            out.u8(0);
        } else {
            boolean taken = FileLocks.OF_ALL.take(file, owner, type == WRITE_LOCK, start, end);
            out.u8(taken ? 0 : BLOCKED);
        }
    }

    void lockInTheWay(MessageReader in, MessageWriter out) throws IOException {
        Fid fid = fids.get(in.u32());
        int type = in.u8();
        long start = in.u64();
        long length = in.u64();
        FileLocks.Owner owner = new FileLocks.Owner(fids, in.u32(), in.text());
        Optional<FileLocks.Held> other = FileLocks.OF_ALL.conflict(
                folder.lockKey(fid.path), owner, type == WRITE_LOCK, start, FileLocks.end(start, length));
        if (other.isEmpty()) {
            out.u8(UNLOCK).u64(start).u64(length).u32(owner.process()).text(owner.client());
            return;
        }
        FileLocks.Held held = other.get();
        long heldLength = held.end() == Long.MAX_VALUE ? 0 : held.end() - held.start();
        out.u8(held.exclusive() ? WRITE_LOCK : 0)
                .u64(held.start())
                .u64(heldLength)
                .u32(held.owner().process())
                .text(held.owner().client());
    }
}
