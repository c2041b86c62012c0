package io.quayside.vm.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Requests for what is in files and folders. Thread-safe.
final class FileRequests {
    private static final int ACCESS = 3;
    private static final int WRITE_ONLY = 1;
    private static final int READ_WRITE = 2;
    private static final int TRUNCATE = 01000;
    private static final int APPEND = 02000;
    private static final int KEEP_CACHE = 2;

    private static final int FOLDER_ENTRY = 4;
    private static final int FILE_ENTRY = 8;
    private static final int LINK_ENTRY = 10;
    private static final int SELF_AND_PARENT = 2;
    private static final long UNKNOWN_NUMBER = -1;
    private static final int NAMED = 24;
    private static final int WITH_ATTRIBUTES = 128;
    private static final int ALIGNMENT = 8;

    private final Served served;
    private final SharedFolder folder;
    private final Handles handles;
    private final AttributeRequests attributes;
    private final NameRequests names;

    FileRequests(Served served, AttributeRequests attributes, NameRequests names) {
        this.served = served;
        this.attributes = attributes;
        this.names = names;
        folder = served.folder;
        handles = served.handles;
    }

    private static HostTree.OpenMode mode(int flags) {
        int access = flags & ACCESS;
        return new HostTree.OpenMode(
                access != WRITE_ONLY, access == WRITE_ONLY || access == READ_WRITE, (flags & TRUNCATE) != 0);
    }

    /// What the guest kept of the file's content stays good if the file is as it was told last. If a program of
    /// the host has changed it, the guest forgets the old size before it may read.
    void open(Node node, MessageReader in, MessageWriter out) throws IOException, InterruptedException {
        int flags = in.u32();
        TreePath path = served.path(node);
        FileFacts facts = folder.facts(path);
        if (!served.nodes.is(node, facts)) {
            served.nodes.lost(node);
            throw new Refused(Errno.ESTALE);
        }
        if (facts.isFolder()) {
            throw new Refused(Errno.EISDIR);
        }
        long handle = handles.add(Handle.file(node, folder.open(path, mode(flags))));
        boolean truncated = (flags & TRUNCATE) != 0;
        if (truncated) {
            node.changedByGuest();
        } else if (node.isOtherThanTold(facts)) {
            served.forgetting.attributes(List.of(node.id));
        }
        out.u64(handle).u32(!truncated && node.isAsTold(facts) ? KEEP_CACHE : 0).u32(0);
    }

    void create(Node parent, MessageReader in, MessageWriter out) throws IOException {
        int flags = in.u32();
        int permissions = in.u32();
        in.skip(8);
        TreePath path = served.child(parent, in.text());
        boolean again = served.replay.made(in.uid(), path);
        NameRequests.Maker maker = names.maker(path.parent(), in);
        FileChannel channel = again
                ? null
                : folder.create(path, mode(flags), permissions & FileFacts.PERMISSIONS, maker.uid(), maker.group());
        FileFacts facts = folder.facts(path);
        Node node = served.found(parent, path.name(), facts);
        long handle = handles.add(channel == null ? Handle.bare(node) : Handle.file(node, channel));
        attributes.entry(node, path, facts, AttributeRequests.KEPT, out);
        out.u64(handle).u32(0).u32(0);
    }

    void read(MessageReader in, MessageWriter out) throws IOException {
        FileChannel channel = handles.get(in.u64()).file();
        long offset = in.u64();
        int count = limited(in.u32());
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

    void write(Node node, MessageReader in, MessageWriter out) throws IOException {
        Handle handle = handles.get(in.u64());
        long offset = in.u64();
        int size = in.u32();
        in.skip(12);
        int flags = in.u32();
        in.u32();
        ByteBuffer data = in.data(size);
        FileChannel channel = handle.file();
        if (offset < 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (!served.nodes.isLost(node)) {
            folder.touched(served.path(node));
        }
        node.changedByGuest();
        if ((flags & APPEND) != 0) {
            append(channel, data);
        } else {
            while (data.hasRemaining()) {
                channel.write(data, offset + size - data.remaining());
            }
        }
        out.u32(size).u32(0);
    }

    /// The guest's own idea of the end may be out of date, and what the host has written there must not be lost.
    private static void append(FileChannel channel, ByteBuffer data) throws IOException {
        synchronized (channel) {
            long end = channel.size();
            int size = data.remaining();
            while (data.hasRemaining()) {
                channel.write(data, end + size - data.remaining());
            }
        }
    }

    private static int limited(int count) {
        return count < 0 || count > Session.LARGEST_DATA ? Session.LARGEST_DATA : count;
    }

    void release(MessageReader in) throws IOException {
        handles.release(in.u64());
    }

    void sync(MessageReader in) throws IOException {
        try {
            handles.get(in.u64()).file().force(true);
        } catch (ClosedChannelException e) {
            throw new Refused(Errno.EBADF);
        }
    }

    void openFolder(Node node, MessageWriter out) throws IOException {
        served.path(node);
        out.u64(handles.add(Handle.bare(node))).u32(0).u32(0);
    }

    /// The names are listed once, when the guest begins at the start; a place in the folder is a number in that list.
    void list(Node node, MessageReader in, MessageWriter out, boolean withAttributes) throws IOException {
        Handle handle = handles.get(in.u64());
        long offset = in.u64();
        int count = limited(in.u32());
        TreePath at = served.path(node);
        List<String> all = handle.listing;
        if (all == null || offset == 0) {
            all = new ArrayList<>(List.of(".", ".."));
            all.addAll(folder.list(at));
            handle.listing = all;
        }
        int end = out.size() + count;
        for (long i = Math.max(0, offset); i < all.size(); i++) {
            byte[] name = all.get((int) i).getBytes(StandardCharsets.UTF_8);
            int padding = -name.length & (ALIGNMENT - 1);
            if (out.size() + (withAttributes ? WITH_ATTRIBUTES : 0) + NAMED + name.length + padding > end) {
                break;
            }
            if (entry(node, at, i, all.get((int) i), withAttributes, out)) {
                out.bytes(name).zeros(padding);
            }
        }
    }

    /// Writes all of an entry but its name.
    ///
    /// @return false, and nothing is written, if it is gone since it was listed
    private boolean entry(Node node, TreePath at, long index, String name, boolean withAttributes, MessageWriter out) {
        long number = UNKNOWN_NUMBER;
        int type = FOLDER_ENTRY;
        if (index >= SELF_AND_PARENT) {
            try {
                TreePath path = at.child(name);
                FileFacts facts = folder.facts(path);
                if (withAttributes) {
                    Node found = served.found(node, name, facts);
                    attributes.entry(found, path, facts, AttributeRequests.KEPT, out);
                }
                number = facts.number();
                type = facts.isFolder() ? FOLDER_ENTRY : facts.isLink() ? LINK_ENTRY : facts.isFile() ? FILE_ENTRY : 0;
            } catch (IOException e) {
                return false;
            }
        } else if (withAttributes) {
            out.zeros(WITH_ATTRIBUTES);
        }
        out.u64(number)
                .u64(index + 1)
                .u32(name.getBytes(StandardCharsets.UTF_8).length)
                .u32(type);
        return true;
    }
}
