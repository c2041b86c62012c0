package io.quayside.vm.share;

import java.io.IOException;

/// Requests that make, move and delete names. Thread-safe.
final class NameRequests {
    private static final int REMOVE_FOLDER = 0x200;

    private final SharedFolder folder;
    private final FidTable fids;
    private final Replay replay;

    NameRequests(SharedFolder folder, FidTable fids, Replay replay) {
        this.folder = folder;
        this.fids = fids;
        this.replay = replay;
    }

    void makeLink(MessageReader in, MessageWriter out) throws IOException {
        Fid parent = fids.get(in.u32());
        TreePath path = parent.path.child(in.text());
        String target = in.text();
        int gid = in.u32();
        if (!replay.made(parent.uid, path)) {
            folder.makeLink(path, target, parent.uid, gid);
        }
        out.qid(folder.facts(path).qid());
    }

    void readLink(MessageReader in, MessageWriter out) throws IOException {
        out.text(folder.tree().readLink(fids.get(in.u32()).path));
    }

    void hardLink(MessageReader in) throws IOException {
        Fid parent = fids.get(in.u32());
        Fid existing = fids.get(in.u32());
        folder.hardLink(parent.path.child(in.text()), existing.path);
    }

    void makeFolder(MessageReader in, MessageWriter out) throws IOException {
        Fid parent = fids.get(in.u32());
        TreePath path = parent.path.child(in.text());
        int permissions = in.u32();
        int gid = in.u32();
        if (!replay.made(parent.uid, path)) {
            folder.makeFolder(path, permissions, parent.uid, gid);
        }
        out.qid(folder.facts(path).qid());
    }

    /// Pipes, sockets and devices would have to be the host's. Ordinary files may be made this way, too.
    void makeNode(MessageReader in, MessageWriter out) throws IOException {
        Fid parent = fids.get(in.u32());
        TreePath path = parent.path.child(in.text());
        int mode = in.u32();
        in.u32();
        in.u32();
        int gid = in.u32();
        int type = mode & FileFacts.TYPE;
        if (type != FileFacts.FILE && type != 0) {
            throw new Refused(Errno.EPERM);
        }
        folder.create(path, new HostTree.OpenMode(false, true, false), mode & FileFacts.PERMISSIONS, parent.uid, gid)
                .close();
        out.qid(folder.facts(path).qid());
    }

    void rename(MessageReader in) throws IOException {
        Fid fid = fids.get(in.u32());
        Fid target = fids.get(in.u32());
        move(fid.path, target.path.child(in.text()));
    }

    void renameAt(MessageReader in) throws IOException {
        TreePath from = fids.get(in.u32()).path.child(in.text());
        move(from, fids.get(in.u32()).path.child(in.text()));
    }

    private void move(TreePath from, TreePath to) throws IOException {
        if (from.isRoot()) {
            throw new Refused(Errno.EBUSY);
        }
        Fid.Nameless left = from.equals(to) ? null : fids.beforeDelete(to, folder);
        folder.move(from, to);
        if (!from.equals(to)) {
            fids.afterDelete(to, left);
            fids.moved(from, to);
        }
    }

    void unlinkAt(MessageReader in) throws IOException {
        Fid parent = fids.get(in.u32());
        TreePath path = parent.path.child(in.text());
        boolean isFolder = (in.u32() & REMOVE_FOLDER) != 0;
        if (!replay.deleted(parent.uid, path)) {
            delete(path, isFolder);
        }
    }

    /// The number is gone, whatever comes of it.
    void remove(MessageReader in) throws IOException {
        Fid fid = fids.remove(in.u32());
        fid.close();
        delete(fid.path, folder.facts(fid.path).isFolder());
    }

    private void delete(TreePath path, boolean isFolder) throws IOException {
        Fid.Nameless left = isFolder ? null : fids.beforeDelete(path, folder);
        folder.delete(path, isFolder);
        fids.afterDelete(path, left);
    }
}
