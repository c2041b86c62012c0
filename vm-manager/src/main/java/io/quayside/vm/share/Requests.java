package io.quayside.vm.share;

import java.io.IOException;

/// Answers requests of one guest for one folder. Thread-safe.
final class Requests implements AutoCloseable {
    /// The protocol, as far as it is used here.
    private static final int MAJOR = 7;

    private static final int MINOR = 36;
    private static final int OLDEST_MINOR = 31;

    private static final int ASYNC_READ = 1;
    private static final int TRUNCATES_AT_OPEN = 1 << 3;
    private static final int BIG_WRITES = 1 << 5;
    private static final int CHECKS_DATA = 1 << 12;
    private static final int LISTS_ATTRIBUTES = 1 << 13;
    private static final int PARALLEL_IN_FOLDERS = 1 << 18;
    private static final int MAX_PAGES = 1 << 22;
    private static final int WANTED = ASYNC_READ
            | TRUNCATES_AT_OPEN
            | BIG_WRITES
            | CHECKS_DATA
            | LISTS_ATTRIBUTES
            | PARALLEL_IN_FOLDERS
            | MAX_PAGES;
    /// Answers of the largest size that may be under way for reading ahead; no more than four fit into the stream.
    private static final int AT_ONCE = 16;
    private static final int PAGES = Session.LARGEST_DATA >> 12;

    private final Served served;
    private final AttributeRequests attributes;
    private final NameRequests names;
    private final FileRequests files;

    /// @throws IOException if the folder isn't there
    Requests(SharedFolder folder, Replay replay, Forgetting forgetting) throws IOException {
        served = new Served(folder, replay, forgetting);
        attributes = new AttributeRequests(served);
        names = new NameRequests(served, attributes);
        files = new FileRequests(served, attributes, names);
    }

    /// Numbers of files by their place, for what the host tells the guest.
    Nodes nodes() {
        return served.nodes;
    }

    /// @throws BadMessage if this is no request
    void handle(MessageReader in, MessageWriter out) throws IOException, InterruptedException {
        switch (in.opcode()) {
            case Opcode.INIT -> begin(in, out);
            case Opcode.FORGET -> names.forget(in);
            case Opcode.BATCH_FORGET -> names.forgetMany(in);
            case Opcode.INTERRUPT -> {
                // No request waits for long, so the guest gets the answer that it no longer wants.
            }
            case Opcode.DESTROY -> served.handles.clear();
            case Opcode.READ -> files.read(in, out);
            case Opcode.RELEASE, Opcode.RELEASEDIR -> files.release(in);
            case Opcode.FSYNC -> files.sync(in);
            case Opcode.STATFS -> attributes.room(out);
            case Opcode.IOCTL -> throw new Refused(Errno.ENOTTY);
            default -> handle(served.nodes.get(in.node()), in, out);
        }
    }

    private void handle(Node node, MessageReader in, MessageWriter out) throws IOException, InterruptedException {
        switch (in.opcode()) {
            case Opcode.LOOKUP -> names.look(node, in, out);
            case Opcode.GETATTR -> attributes.get(node, out);
            case Opcode.SETATTR -> attributes.set(node, in, out);
            case Opcode.READLINK -> names.readLink(node, out);
            case Opcode.SYMLINK -> names.makeLink(node, in, out);
            case Opcode.MKNOD -> names.makeNode(node, in, out);
            case Opcode.MKDIR -> names.makeFolder(node, in, out);
            case Opcode.UNLINK -> names.delete(node, in, false);
            case Opcode.RMDIR -> names.delete(node, in, true);
            case Opcode.RENAME -> names.rename(node, in, false);
            case Opcode.RENAME2 -> names.rename(node, in, true);
            case Opcode.LINK -> names.hardLink(node, in, out);
            case Opcode.OPEN -> files.open(node, in, out);
            case Opcode.CREATE -> files.create(node, in, out);
            case Opcode.WRITE -> files.write(node, in, out);
            case Opcode.OPENDIR -> files.openFolder(node, out);
            case Opcode.READDIR -> files.list(node, in, out, false);
            case Opcode.READDIRPLUS -> files.list(node, in, out, true);
            // The kernel doesn't ask again for what it hears isn't there: extended attributes, a file's end of use, ...
            default -> throw new Refused(Errno.ENOSYS);
        }
    }

    private static void begin(MessageReader in, MessageWriter out) throws IOException {
        int major = in.u32();
        int minor = in.u32();
        int readAhead = in.u32();
        int offered = in.u32();
        if (major != MAJOR || minor < OLDEST_MINOR) {
            throw new BadMessage("version " + major + "." + minor + " of FUSE, which is too old");
        }
        out.u32(MAJOR)
                .u32(Math.min(minor, MINOR))
                .u32(readAhead)
                .u32(WANTED & offered)
                .u16(AT_ONCE)
                .u16(AT_ONCE * 3 / 4)
                .u32(Session.LARGEST_DATA)
                .u32(1)
                .u16(PAGES)
                .zeros(34);
    }

    int openFiles() {
        return served.handles.size();
    }

    @Override
    public void close() {
        served.handles.clear();
    }
}
