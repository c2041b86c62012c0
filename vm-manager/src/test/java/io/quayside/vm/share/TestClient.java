package io.quayside.vm.share;

import static io.quayside.vm.share.FuseMessage.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A guest's kernel as the other side of FUSE 7.41, one request after the other, written from the kernel's header
/// and nothing of the server's.
final class TestClient implements AutoCloseable {
    static final long ROOT = 1;
    static final int READ_ONLY = 0;
    static final int WRITE_ONLY = 1;
    static final int READ_WRITE = 2;
    static final int TRUNCATE = 01000;
    static final int KEEP_CACHE = 2;

    /// What is set of a file, for [#setAttributes].
    static final int MODE = 1;

    static final int UID = 2;
    static final int GID = 4;
    static final int SIZE = 8;
    static final int MODIFIED = 0x20;
    private static final int HANDLE = 0x40;

    private static final int MAJOR = 7;
    private static final int MINOR = 41;
    private static final int MOST_DATA = 1 << 20;
    private static final int ROOM = 4096;
    private static final int ANSWER_HEADER = 16;
    private static final int ENTRY_ALIGNMENT = 8;

    private final PipeWire wire = new PipeWire();
    private final FutureTask<String> serving;
    private int uid;
    private final Requests requests;
    private ByteBuffer arrived = ByteBuffer.allocate(0);
    private long lastUnique;

    /// How often the server has told of a node, less how often it was forgotten.
    private final Map<Long, Long> lookups = new HashMap<>();

    /// The answer to a request.
    static final class RefusedBy extends IOException {
        final int errno;

        RefusedBy(int errno) {
            super("errno " + errno);
            this.errno = errno;
        }
    }

    /// What GETATTR answers. Times in nanoseconds.
    record Attributes(long ino, long size, long modified, int mode, int links, int uid, int gid) {
        static final int BYTES = 88;

        static Attributes in(ByteBuffer in) {
            int start = in.position();
            long ino = in.getLong();
            long size = in.getLong();
            in.position(start + 32);
            long seconds = in.getLong();
            in.position(start + 52);
            int nanos = in.getInt();
            in.position(start + 60);
            Attributes all = new Attributes(
                    ino, size, seconds * 1_000_000_000 + nanos, in.getInt(), in.getInt(), in.getInt(), in.getInt());
            in.position(start + BYTES);
            return all;
        }

        /// `mode uid gid size links`, the mode in octal.
        @Override
        public String toString() {
            return Integer.toOctalString(mode) + " " + uid + " " + gid + " " + size + " " + links;
        }
    }

    /// What LOOKUP and what makes something answer.
    record Entry(String name, long node, Attributes attributes) {
        static Entry in(String name, ByteBuffer in) {
            long node = in.getLong();
            in.position(in.position() + 32);
            return new Entry(name, node, Attributes.in(in));
        }
    }

    /// An open file. The flags are the server's.
    record Open(long node, long handle, int flags) {}

    TestClient(SharedFolder folder, Replay replay, int uid) throws Exception {
        this(folder, replay, uid, new NothingKept());
    }

    TestClient(SharedFolder folder, Replay replay, int uid, Forgetting forgetting) throws Exception {
        this.uid = uid;
        requests = new Requests(folder, replay, forgetting);
        Session session = new Session(wire, requests);
        serving = new FutureTask<>(session::run);
        Thread.ofVirtual().name("test").start(serving);
        ByteBuffer begun = ask(
                INIT,
                0,
                m -> m.u32(MAJOR).u32(MINOR).u32(1 << 17).u32(-1).u32(0).data(new byte[44]));
        int major = begun.getInt();
        int minor = begun.getInt();
        begun.position(begun.position() + 12);
        if (major != MAJOR || minor > MINOR || minor < 31 || begun.getInt() != MOST_DATA) {
            throw new IOException("INIT: " + major + "." + minor);
        }
    }

    /// A kernel that keeps nothing.
    static final class NothingKept implements Forgetting {
        @Override
        public void attributes(List<Long> nodes) {
            // It will ask anyway.
        }

        @Override
        public void unused() {
            // There is nothing.
        }
    }

    PipeWire wire() {
        return wire;
    }

    /// Makes requests for another user from now on.
    void become(int user) {
        uid = user;
    }

    /// Files and folders that the server holds open for this guest.
    int openFiles() {
        return requests.openFiles();
    }

    /// How many files the server knows by number.
    int nodes() {
        return requests.nodes().size();
    }

    /// Why the server ended the session.
    String reason() throws Exception {
        return serving.get();
    }

    ByteBuffer ask(int opcode, long node, Consumer<FuseMessage> arguments) throws IOException {
        return ask(opcode, node, ROOM, arguments);
    }

    private ByteBuffer ask(int opcode, long node, int room, Consumer<FuseMessage> arguments) throws IOException {
        long unique = send(opcode, node, room, arguments);
        ByteBuffer answer = receive();
        answer.getInt();
        int error = answer.getInt();
        if (answer.getLong() != unique) {
            throw new IOException("the answer to another request");
        }
        if (error != 0) {
            if (answer.hasRemaining() || error > 0) {
                throw new IOException("an error with data, or none: " + error);
            }
            throw new RefusedBy(-error);
        }
        return answer;
    }

    long send(int opcode, long node, Consumer<FuseMessage> arguments) {
        return send(opcode, node, ROOM, arguments);
    }

    private long send(int opcode, long node, int room, Consumer<FuseMessage> arguments) {
        lastUnique += 2;
        FuseMessage message = new FuseMessage(opcode, lastUnique, node, uid, room);
        arguments.accept(message);
        wire.request(message.whole());
        return lastUnique;
    }

    /// The next whole answer, its header included.
    ByteBuffer receive() throws IOException {
        while (arrived.remaining() < ANSWER_HEADER || arrived.remaining() < arrived.getInt(arrived.position())) {
            byte[] piece = wire.answer();
            arrived = ByteBuffer.allocate(arrived.remaining() + piece.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(arrived)
                    .put(piece)
                    .flip();
        }
        int length = arrived.getInt(arrived.position());
        ByteBuffer answer = arrived.slice(arrived.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        arrived.position(arrived.position() + length);
        return answer;
    }

    private Entry told(String name, ByteBuffer answer) {
        Entry entry = Entry.in(name, answer);
        if (entry.node != 0) {
            lookups.merge(entry.node, 1L, Long::sum);
        }
        return entry;
    }

    Entry lookup(long parent, String name) throws IOException {
        Entry entry = told(name, ask(LOOKUP, parent, m -> m.text(name)));
        if (entry.node == 0) {
            throw new RefusedBy(2);
        }
        return entry;
    }

    /// The number of what is at a path.
    long walk(String path) throws IOException {
        long node = ROOT;
        if (!path.isEmpty()) {
            for (String name : path.split("/", -1)) {
                node = lookup(node, name).node;
            }
        }
        return node;
    }

    /// Lets go of a number, as often as it was told.
    void forget(long node) throws IOException {
        long count = lookups.remove(node);
        send(FORGET, node, m -> m.u64(count));
    }

    void forgetAll() {
        send(BATCH_FORGET, 0, 16 * lookups.size() + 8, m -> {
            m.u32(lookups.size()).u32(0);
            lookups.forEach((node, count) -> m.u64(node).u64(count));
        });
        lookups.clear();
    }

    Open open(String path, int flags) throws IOException {
        return open(walk(path), flags);
    }

    Open open(long node, int flags) throws IOException {
        ByteBuffer answer = ask(OPEN, node, m -> m.u32(flags).u32(0));
        return new Open(node, answer.getLong(), answer.getInt());
    }

    Open create(String folder, String name, int mode) throws IOException {
        return create(walk(folder), name, mode);
    }

    Open create(long parent, String name, int mode) throws IOException {
        ByteBuffer answer = ask(
                CREATE,
                parent,
                m -> m.u32(0100 | 0200 | READ_WRITE)
                        .u32(0100000 | mode)
                        .u32(022)
                        .u32(0)
                        .text(name));
        Entry entry = told(name, answer);
        return new Open(entry.node, answer.getLong(), answer.getInt());
    }

    void release(Open file) throws IOException {
        ask(RELEASE, file.node, m -> m.u64(file.handle).u32(0).u32(0).u64(0));
    }

    int write(Open file, long offset, byte[] data) throws IOException {
        return ask(
                        WRITE,
                        file.node,
                        ROOM + data.length,
                        m -> m.u64(file.handle)
                                .u64(offset)
                                .u32(data.length)
                                .u32(0)
                                .u64(0)
                                .u32(READ_WRITE)
                                .u32(0)
                                .data(data))
                .getInt();
    }

    byte[] read(Open file, long offset, int count) throws IOException {
        ByteBuffer answer = ask(READ, file.node, m -> readArguments(m, file, offset, count));
        byte[] data = new byte[answer.remaining()];
        answer.get(data);
        return data;
    }

    static void readArguments(FuseMessage message, Open file, long offset, int count) {
        message.u64(file.handle).u64(offset).u32(count).u32(0).u64(0).u32(0).u32(0);
    }

    void sync(Open file) throws IOException {
        ask(FSYNC, file.node, m -> m.u64(file.handle).u32(0).u32(0));
    }

    String text(String path) throws IOException {
        return text(open(path, READ_ONLY));
    }

    String text(Open file) throws IOException {
        return new String(read(file, 0, 100_000), StandardCharsets.UTF_8);
    }

    Attributes attributes(long node) throws IOException {
        ByteBuffer answer = ask(GETATTR, node, m -> m.u32(0).u32(0).u64(0));
        answer.position(answer.position() + 16);
        return Attributes.in(answer);
    }

    /// `mode uid gid size links`, the mode in octal.
    String attributes(String path) throws IOException {
        return attributes(walk(path)).toString();
    }

    void setAttributes(String path, int which, int mode, int owner, int group, long size) throws IOException {
        setAttributes(walk(path), null, which, mode, owner, group, size);
    }

    void resize(Open file, long size) throws IOException {
        setAttributes(file.node, file, SIZE, 0, 0, 0, size);
    }

    private void setAttributes(long node, @Nullable Open file, int which, int mode, int owner, int group, long size)
            throws IOException {
        ask(
                SETATTR,
                node,
                m -> m.u32(file == null ? which : which | HANDLE)
                        .u32(0)
                        .u64(file == null ? 0 : file.handle)
                        .u64(size)
                        .u64(0)
                        .u64(0)
                        .u64(1_700_000_000)
                        .u64(0)
                        .u32(0)
                        .u32(5)
                        .u32(0)
                        .u32(mode)
                        .u32(0)
                        .u32(owner)
                        .u32(group)
                        .u32(0));
    }

    Entry makeFolder(String in, String name) throws IOException {
        long parent = walk(in);
        return told(name, ask(MKDIR, parent, m -> m.u32(040755).u32(022).text(name)));
    }

    Entry makeNode(String in, String name, int mode) throws IOException {
        long parent = walk(in);
        return told(
                name, ask(MKNOD, parent, m -> m.u32(mode).u32(0).u32(022).u32(0).text(name)));
    }

    Entry link(String in, String name, String target) throws IOException {
        long parent = walk(in);
        return told(name, ask(SYMLINK, parent, m -> m.text(name).text(target)));
    }

    String readLink(long node) throws IOException {
        ByteBuffer answer = ask(READLINK, node, m -> {});
        return StandardCharsets.UTF_8.decode(answer).toString();
    }

    Entry hardLink(String existing, String in, String name) throws IOException {
        long file = walk(existing);
        long parent = walk(in);
        return told(name, ask(LINK, parent, m -> m.u64(file).text(name)));
    }

    void delete(String in, String name) throws IOException {
        ask(UNLINK, walk(in), m -> m.text(name));
    }

    void deleteFolder(String in, String name) throws IOException {
        ask(RMDIR, walk(in), m -> m.text(name));
    }

    void rename(String from, String name, String to, String newName) throws IOException {
        long source = walk(from);
        long target = walk(to);
        ask(RENAME, source, m -> m.u64(target).text(name).text(newName));
    }

    void rename(String from, String name, String to, String newName, int flags) throws IOException {
        long source = walk(from);
        long target = walk(to);
        ask(RENAME2, source, m -> m.u64(target).u32(flags).u32(0).text(name).text(newName));
    }

    /// @param count bytes of one answer at most
    List<String> list(String path, int count) throws IOException {
        return list(path, count, false).stream().map(Entry::name).toList();
    }

    /// With the attributes of each, and a number, which is 0 for the folder itself and its parent.
    List<Entry> listWithAttributes(String path, int count) throws IOException {
        return list(path, count, true);
    }

    private List<Entry> list(String path, int count, boolean withAttributes) throws IOException {
        long node = walk(path);
        long handle = ask(OPENDIR, node, m -> m.u32(0200000).u32(0)).getLong();
        Open folder = new Open(node, handle, 0);
        List<Entry> found = new ArrayList<>();
        long offset = 0;
        while (true) {
            long from = offset;
            ByteBuffer answer =
                    ask(withAttributes ? READDIRPLUS : READDIR, node, m -> readArguments(m, folder, from, count));
            if (!answer.hasRemaining()) {
                ask(RELEASEDIR, node, m -> m.u64(handle).u32(0).u32(0).u64(0));
                return found;
            }
            if (answer.remaining() > count) {
                throw new IOException("more than asked for");
            }
            while (answer.hasRemaining()) {
                Entry entry = withAttributes ? told("", answer) : new Entry("", 0, new Attributes(0, 0, 0, 0, 0, 0, 0));
                answer.getLong();
                offset = answer.getLong();
                byte[] name = new byte[answer.getInt()];
                answer.getInt();
                answer.get(name);
                answer.position(answer.position() + (-name.length & (ENTRY_ALIGNMENT - 1)));
                found.add(new Entry(new String(name, StandardCharsets.UTF_8), entry.node, entry.attributes));
            }
        }
    }

    /// Bytes on the disk, of which so many are free.
    long[] room() throws IOException {
        ByteBuffer answer = ask(STATFS, ROOT, m -> {});
        long blocks = answer.getLong();
        long free = answer.getLong();
        answer.position(answer.position() + 24);
        int size = answer.getInt();
        return new long[] {blocks * size, free * size};
    }

    @Override
    public void close() {
        wire.end();
    }
}
