package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/// A folder of the host with what guests may do in it: nothing that changes it if it is only to be read,
/// and owners and permissions as they left them. Thread-safe.
final class SharedFolder implements AutoCloseable {
    private final HostTree tree;
    private final Ownership ownership;
    private final boolean readOnly;
    private final RecentChanges recent = new RecentChanges();

    SharedFolder(HostTree tree, Ownership ownership, boolean readOnly) {
        this.tree = tree;
        this.ownership = ownership;
        this.readOnly = readOnly;
    }

    HostTree tree() {
        return tree;
    }

    /// What guests changed in the last moments.
    RecentChanges recent() {
        return recent;
    }

    /// A guest changed what is there.
    void touched(TreePath path) {
        recent.note(path);
    }

    Ownership.Owned owned(TreePath path) {
        return ownership.of(path);
    }

    FileFacts facts(TreePath path) throws IOException {
        return tree.facts(path);
    }

    private void requireWritable() throws Refused {
        if (readOnly) {
            throw new Refused(Errno.EROFS);
        }
    }

    FileChannel open(TreePath path, HostTree.OpenMode mode) throws IOException {
        if (mode.write()) {
            requireWritable();
        }
        if (mode.truncate()) {
            recent.note(path);
        }
        return tree.open(path, mode);
    }

    FileChannel create(TreePath path, HostTree.OpenMode mode, int permissions, int uid, int gid) throws IOException {
        requireWritable();
        recent.note(path);
        FileChannel channel = tree.create(path, mode, permissions & 0777);
        ownership.made(path, uid, gid, permissions);
        return channel;
    }

    void makeFolder(TreePath path, int permissions, int uid, int gid) throws IOException {
        requireWritable();
        recent.note(path);
        tree.makeFolder(path, permissions & 0777);
        ownership.made(path, uid, gid, permissions & FileFacts.PERMISSIONS);
    }

    void makeLink(TreePath path, String target, int uid, int gid) throws IOException {
        requireWritable();
        recent.note(path);
        tree.makeLink(path, target);
        ownership.made(path, uid, gid, 0777);
    }

    void hardLink(TreePath path, TreePath existing) throws IOException {
        requireWritable();
        recent.note(path);
        tree.hardLink(path, existing);
        Ownership.Owned owned = ownership.of(existing);
        ownership.chown(path, owned.uid(), owned.gid());
        if (owned.mode() >= 0) {
            ownership.chmod(path, owned.mode());
        }
    }

    void move(TreePath from, TreePath to) throws IOException {
        requireWritable();
        if (from.equals(to)) {
            return;
        }
        recent.note(from);
        recent.note(to);
        tree.move(from, to);
        ownership.moved(from, to);
    }

    void delete(TreePath path, boolean folder) throws IOException {
        requireWritable();
        recent.note(path);
        if (folder) {
            tree.deleteFolder(path);
        } else {
            tree.deleteFile(path);
        }
        ownership.removed(path);
    }

    /// The host gets the permissions too, but its user keeps the right to read and write: guests' root has
    /// that always.
    void chmod(TreePath path, FileFacts facts, int mode) throws IOException {
        requireWritable();
        recent.note(path);
        int kept = facts.isFolder() ? 0700 : 0600;
        tree.setPermissions(path, (mode & 0777) | kept);
        ownership.chmod(path, mode);
    }

    void chown(TreePath path, int uid, int gid) throws IOException {
        requireWritable();
        ownership.chown(path, uid, gid);
    }

    void setTimes(TreePath path, long accessed, long modified) throws IOException {
        requireWritable();
        recent.note(path);
        tree.setTimes(path, accessed, modified);
    }

    void resize(TreePath path, long size) throws IOException {
        requireWritable();
        recent.note(path);
        try (FileChannel channel = tree.open(path, new HostTree.OpenMode(false, true, false))) {
            resize(channel, size);
        }
    }

    static void resize(FileChannel channel, long size) throws IOException {
        long now = channel.size();
        if (size < now) {
            channel.truncate(size);
        } else if (size > now) {
            channel.write(java.nio.ByteBuffer.allocate(1), size - 1);
        }
    }

    List<String> list(TreePath folder) throws IOException {
        return tree.list(folder);
    }

    @Override
    public void close() throws IOException {
        ownership.close();
    }
}
