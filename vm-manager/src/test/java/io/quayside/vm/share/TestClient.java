package io.quayside.vm.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// A guest's side of the protocol, one request after the other.
final class TestClient implements AutoCloseable {
    static final int ROOT = 0;

    private final PipeWire wire;
    private final MessageStream answers;
    private final FutureTask<String> serving;
    private int lastNumber;

    /// The answer to a request.
    static final class RefusedBy extends IOException {
        final int errno;

        RefusedBy(int errno) {
            super("errno " + errno);
            this.errno = errno;
        }
    }

    TestClient(SharedFolder folder, Replay replay, int uid) throws Exception {
        PipeWire[] ends = PipeWire.pair();
        wire = ends[1];
        answers = new MessageStream(wire, Session.LARGEST);
        Session session = new Session(ends[0], new Requests(folder, replay));
        serving = new FutureTask<>(session::run);
        Thread.ofVirtual().name("test").start(serving);
        ByteBuffer version = ask(MessageType.VERSION, m -> m.u32(1 << 24).text("9P2000.L"));
        if (version.getInt() != Session.LARGEST) {
            throw new IOException("msize");
        }
        ask(MessageType.ATTACH, m -> m.u32(ROOT).u32(-1).text("root").text("").u32(uid));
    }

    PipeWire wire() {
        return wire;
    }

    /// Why the server ended the session.
    String reason() throws Exception {
        return serving.get();
    }

    ByteBuffer ask(int type, Consumer<MessageWriter> arguments) throws IOException {
        send(type, 1, arguments);
        ByteBuffer answer = receive();
        answer.position(4);
        int kind = answer.get() & 0xff;
        answer.getShort();
        if (kind == MessageType.LERROR) {
            throw new RefusedBy(answer.getInt());
        }
        if (kind != type + 1) {
            throw new IOException("answer of type " + kind);
        }
        return answer;
    }

    void send(int type, int tag, Consumer<MessageWriter> arguments) {
        MessageWriter message = new MessageWriter().begin(type, tag);
        arguments.accept(message);
        ByteBuffer bytes = message.finish();
        wire.send(bytes.array(), 0, bytes.limit());
    }

    ByteBuffer receive() throws IOException {
        byte[] answer = answers.next();
        if (answer == null) {
            throw new IOException("the server ended the session");
        }
        return ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
    }

    int walk(String path) throws IOException {
        return walkFrom(ROOT, path.isEmpty() ? new String[0] : path.split("/", -1));
    }

    int walkFrom(int from, String... names) throws IOException {
        int number = ++lastNumber;
        ByteBuffer answer = ask(MessageType.WALK, m -> {
            m.u32(from).u32(number).u16(names.length);
            for (String name : names) {
                m.text(name);
            }
        });
        if (answer.getShort() < names.length) {
            throw new RefusedBy(Errno.ENOENT);
        }
        return number;
    }

    int open(String path, int flags) throws IOException {
        int number = walk(path);
        ask(MessageType.LOPEN, m -> m.u32(number).u32(flags));
        return number;
    }

    int create(String folder, String name, int mode) throws IOException {
        int number = walk(folder);
        ask(MessageType.LCREATE, m -> m.u32(number).text(name).u32(2).u32(mode).u32(0));
        return number;
    }

    int write(int number, long offset, byte[] data) throws IOException {
        return ask(MessageType.WRITE, m -> {
                    m.u32(number).u64(offset).u32(data.length);
                    for (byte b : data) {
                        m.u8(b);
                    }
                })
                .getInt();
    }

    byte[] read(int number, long offset, int count) throws IOException {
        ByteBuffer answer = ask(MessageType.READ, m -> m.u32(number).u64(offset).u32(count));
        byte[] data = new byte[answer.getInt()];
        answer.get(data);
        return data;
    }

    String text(String path) throws IOException {
        return new String(read(open(path, 0), 0, 100_000), StandardCharsets.UTF_8);
    }

    /// `mode uid gid size links`, the mode in octal.
    String attributes(int number) throws IOException {
        ByteBuffer answer = ask(MessageType.GETATTR, m -> m.u32(number).u64(0x7ff));
        answer.position(answer.position() + 8 + Qid.BYTES);
        String text = Integer.toOctalString(answer.getInt()) + " " + answer.getInt() + " " + answer.getInt();
        long links = answer.getLong();
        answer.getLong();
        return text + " " + answer.getLong() + " " + links;
    }

    String attributes(String path) throws IOException {
        return attributes(walk(path));
    }

    void setAttributes(String path, int which, int mode, int uid, int gid, long size) throws IOException {
        int number = walk(path);
        ask(
                MessageType.SETATTR,
                m -> m.u32(number)
                        .u32(which)
                        .u32(mode)
                        .u32(uid)
                        .u32(gid)
                        .u64(size)
                        .u64(0)
                        .u64(0)
                        .u64(1_700_000_000)
                        .u64(5));
    }

    List<String> list(String path, int count) throws IOException {
        int number = open(path, 0);
        List<String> names = new ArrayList<>();
        long offset = 0;
        while (true) {
            long from = offset;
            ByteBuffer answer =
                    ask(MessageType.READDIR, m -> m.u32(number).u64(from).u32(count));
            int bytes = answer.getInt();
            if (bytes == 0) {
                return names;
            }
            int end = answer.position() + bytes;
            while (answer.position() < end) {
                answer.position(answer.position() + Qid.BYTES);
                offset = answer.getLong();
                answer.get();
                byte[] name = new byte[answer.getShort()];
                answer.get(name);
                names.add(new String(name, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
