package io.quayside.vm.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A raw connection into the guest, both ways. One thread may read and another write; [#close()] from any thread ends
/// both at once.
public final class GuestStream implements AutoCloseable {
    /// What one side may send before the other has taken it; the guest has the same number.
    static final int WINDOW = 256 << 10;

    private final FrameWriter writer;
    private final int id;
    private final Runnable forget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> inbox = new ArrayDeque<>();
    private @Nullable StreamReceiver receiver;
    private int window = WINDOW;
    private int credit = WINDOW;
    private int taken;
    /// Of those that the receiver has got, so many belong to no finished work yet.
    private int pending;
    private boolean opened;
    private boolean ended;
    private boolean outputEnded;
    private @Nullable String gone;

    GuestStream(FrameWriter writer, int id, Runnable forget) {
        this.writer = writer;
        this.id = id;
        this.forget = forget;
    }

    /// Waits for the guest to connect its end.
    void awaitOpen() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!opened && gone == null) {
                changed.await();
            }
            failIfGone();
        } finally {
            lock.unlock();
        }
    }

    /// Hands all that comes to a receiver from now on, instead of to [#next()].
    ///
    /// @param room how many bytes the guest may send before the receiver has done its work
    public void receiveWith(StreamReceiver to, int room) throws IOException {
        List<Runnable> works = new ArrayList<>();
        boolean over;
        lock.lock();
        try {
            receiver = to;
            for (byte[] early = inbox.poll(); early != null; early = inbox.poll()) {
                Runnable work = take(to, early);
                if (work != null) {
                    works.add(work);
                }
            }
            window = room;
            over = ended || gone != null;
        } finally {
            lock.unlock();
        }
        allow(room - WINDOW);
        works.forEach(work -> Thread.ofVirtual().name("guest work").start(work));
        if (over) {
            to.ended(gone == null ? "" : gone);
        }
    }

    private @Nullable Runnable take(StreamReceiver to, byte[] piece) {
        pending += piece.length;
        Runnable work = to.take(piece);
        if (work == null) {
            return null;
        }
        int bytes = pending;
        pending = 0;
        return () -> {
            try {
                work.run();
            } finally {
                done(bytes);
            }
        };
    }

    private void done(int bytes) {
        int give = 0;
        lock.lock();
        try {
            taken += bytes;
            if (taken >= window / 4 && gone == null) {
                give = taken;
                taken = 0;
            }
        } finally {
            lock.unlock();
        }
        try {
            allow(give);
        } catch (IOException e) {
            // The link is gone, and all its streams with it.
        }
    }

    private void allow(int bytes) throws IOException {
        if (bytes > 0) {
            writer.write(new Frame(
                    Frame.Kind.WINDOW, id, ByteBuffer.allocate(4).putInt(bytes).array()));
        }
    }

    /// Called by the link's reading thread.
    ///
    /// @return what the receiver has to do now
    @Nullable
    Runnable receive(Frame frame) {
        StreamReceiver to;
        lock.lock();
        try {
            to = receiver;
            switch (frame.kind()) {
                case OPENED -> opened = true;
                case DATA -> {
                    if (to == null) {
                        inbox.add(frame.payload());
                    }
                }
                case WINDOW -> credit += ByteBuffer.wrap(frame.payload()).getInt();
                case END -> ended = true;
                case RESET -> gone = new String(frame.payload(), java.nio.charset.StandardCharsets.UTF_8);
                default -> {}
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (to == null) {
            return null;
        }
        switch (frame.kind()) {
            case DATA -> {
                return take(to, frame.payload());
            }
            case END, RESET -> to.ended(gone == null ? "" : gone);
            default -> {}
        }
        return null;
    }

    void breakDown(String reason) {
        StreamReceiver to;
        lock.lock();
        try {
            if (gone == null) {
                gone = reason;
            }
            changed.signalAll();
            to = receiver;
        } finally {
            lock.unlock();
        }
        if (to != null) {
            to.ended(reason);
        }
    }

    /// The next payload as the guest sent it, for datagrams; absent at the guest's end.
    public byte @Nullable [] next() throws IOException {
        byte[] payload;
        int give = 0;
        lock.lock();
        try {
            while (inbox.isEmpty() && !ended && gone == null) {
                changed.awaitUninterruptibly();
            }
            if (inbox.isEmpty() && ended) {
                return null;
            }
            failIfGone();
            payload = inbox.remove();
            taken += payload.length;
            if (taken >= WINDOW / 4) {
                give = taken;
                taken = 0;
            }
        } finally {
            lock.unlock();
        }
        allow(give);
        return payload;
    }

    /// Sends; waits while the guest doesn't keep up.
    public void write(byte[] data, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int count = reserve(Math.min(offset + length - at, Frame.MAX_PAYLOAD));
            writer.write(Frame.Kind.DATA, id, data, at, count);
            at += count;
        }
    }

    /// Sends one datagram whole, or drops it while the guest doesn't keep up.
    public void writeDatagram(byte[] data, int offset, int length) throws IOException {
        lock.lock();
        try {
            failIfGone();
            if (length > credit || length > Frame.MAX_PAYLOAD) {
                return;
            }
            credit -= length;
        } finally {
            lock.unlock();
        }
        writer.write(Frame.Kind.DATA, id, data, offset, length);
    }

    private int reserve(int wanted) throws IOException {
        lock.lock();
        try {
            while (credit == 0 && gone == null) {
                changed.awaitUninterruptibly();
            }
            failIfGone();
            int count = Math.min(wanted, credit);
            credit -= count;
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void failIfGone() throws IOException {
        if (gone != null) {
            throw new IOException(gone.isEmpty() ? "the guest closed the stream" : gone);
        }
    }

    /// Says that nothing more will be sent; reading goes on.
    public void endOutput() throws IOException {
        lock.lock();
        try {
            if (outputEnded || gone != null) {
                return;
            }
            outputEnded = true;
        } finally {
            lock.unlock();
        }
        writer.write(new Frame(Frame.Kind.END, id, new byte[0]));
    }

    /// What the guest sends. Closing it closes the stream.
    public InputStream input() {
        return new Input();
    }

    /// To the guest. Closing it ends the output only.
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                GuestStream.this.write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                GuestStream.this.write(data, offset, length);
            }

            @Override
            public void close() throws IOException {
                endOutput();
            }
        };
    }

    /// Whether something may still be sent or come.
    public boolean isOpen() {
        lock.lock();
        try {
            return gone == null && !(ended && outputEnded);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        boolean tell;
        lock.lock();
        try {
            tell = gone == null && !(ended && outputEnded);
            if (gone == null) {
                gone = "closed";
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        forget.run();
        if (tell) {
            try {
                writer.write(new Frame(Frame.Kind.RESET, id, new byte[0]));
            } catch (IOException e) {
                // The link is gone, and all its streams with it.
            }
        }
    }

    private final class Input extends InputStream {
        private byte[] current = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] data, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == current.length) {
                byte[] following = next();
                if (following == null) {
                    return -1;
                }
                current = following;
                at = 0;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, data, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() {
            GuestStream.this.close();
        }
    }
}
