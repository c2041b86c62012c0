package io.quayside.vm.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Answers requests of one guest for one folder. Thread-safe.
final class Requests implements AutoCloseable {
    private static final String DIALECT = "9P2000.L";
    private static final int MOST_NAMES = 16;
    private static final int SMALLEST = 4096;

    private final SharedFolder folder;
    private final FidTable fids = new FidTable();
    private final FileRequests files;
    private final NameRequests names;
    private final AttributeRequests attributes;
    private final Replay replay;

    Requests(SharedFolder folder, Replay replay) {
        this.folder = folder;
        this.replay = replay;
        files = new FileRequests(folder, fids, replay);
        names = new NameRequests(folder, fids, replay);
        attributes = new AttributeRequests(folder, fids, replay);
    }

    void handle(MessageReader in, MessageWriter out) throws IOException {
        switch (in.type()) {
            case MessageType.VERSION -> version(in, out);
            case MessageType.ATTACH -> attach(in, out);
            case MessageType.AUTH -> throw new Refused(Errno.EOPNOTSUPP);
            case MessageType.WALK -> walk(in, out);
            case MessageType.CLUNK -> fids.remove(in.u32()).close();
            case MessageType.GETATTR -> attributes.get(in, out);
            case MessageType.SETATTR -> attributes.set(in);
            case MessageType.STATFS -> attributes.room(in, out);
            case MessageType.XATTRWALK, MessageType.XATTRCREATE -> throw new Refused(Errno.EOPNOTSUPP);
            case MessageType.LOPEN -> files.open(in, out);
            case MessageType.LCREATE -> files.create(in, out);
            case MessageType.READ -> files.read(in, out);
            case MessageType.WRITE -> files.write(in, out);
            case MessageType.READDIR -> files.list(in, out);
            case MessageType.FSYNC -> files.sync(in);
            case MessageType.LOCK -> files.lock(in, out);
            case MessageType.GETLOCK -> files.lockInTheWay(in, out);
            case MessageType.SYMLINK -> names.makeLink(in, out);
            case MessageType.READLINK -> names.readLink(in, out);
            case MessageType.LINK -> names.hardLink(in);
            case MessageType.MKDIR -> names.makeFolder(in, out);
            case MessageType.MKNOD -> names.makeNode(in, out);
            case MessageType.RENAME -> names.rename(in);
            case MessageType.RENAMEAT -> names.renameAt(in);
            case MessageType.UNLINKAT -> names.unlinkAt(in);
            case MessageType.REMOVE -> names.remove(in);
            default -> throw new Refused(Errno.EOPNOTSUPP);
        }
    }

    private static void version(MessageReader in, MessageWriter out) throws BadMessage {
        int largest = in.u32();
        String dialect = in.text();
        if (largest < SMALLEST) {
            throw new BadMessage("messages of " + Integer.toUnsignedString(largest) + " bytes at most");
        }
        out.u32(Math.min(largest, Session.LARGEST)).text(dialect.equals(DIALECT) ? DIALECT : "unknown");
    }

    private void attach(MessageReader in, MessageWriter out) throws IOException {
        int number = in.u32();
        in.u32();
        in.text();
        in.text();
        int uid = in.u32();
        fids.add(number, new Fid(TreePath.ROOT, uid == -1 ? 0 : uid));
        out.qid(folder.facts(TreePath.ROOT).qid());
    }

    private void walk(MessageReader in, MessageWriter out) throws IOException {
        int from = in.u32();
        int to = in.u32();
        int count = in.u16();
        if (count > MOST_NAMES) {
            throw new BadMessage("a walk of " + count + " names");
        }
        Fid start = fids.get(from);
        TreePath path = start.path;
        List<Qid> passed = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.text();
            try {
                path = path.child(name);
                passed.add(replay.looked(start.uid, path, folder).qid());
            } catch (IOException e) {
                if (i == 0) {
                    throw e;
                }
                break;
            }
        }
        if (passed.size() == count) {
            Fid walked = new Fid(path, start.uid);
            walked.nameless = count == 0 ? start.nameless : null;
            if (from == to) {
                fids.put(to, walked);
            } else {
                fids.add(to, walked);
            }
        }
        out.u16(passed.size());
        passed.forEach(out::qid);
    }

    /// A guest begins anew.
    void reset() {
        fids.clear();
        FileLocks.OF_ALL.forget(fids);
    }

    int openNumbers() {
        return fids.size();
    }

    @Override
    public void close() {
        reset();
    }
}
