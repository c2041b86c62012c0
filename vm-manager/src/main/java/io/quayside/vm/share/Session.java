package io.quayside.vm.share;

import io.quayside.engine.AllowedTo;
import io.quayside.vm.guest.StreamReceiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One guest's connection to a shared folder, for as long as that is mounted.
///
/// Each request is answered by the thread that has read its last byte, while others read on and work; see
/// [StreamReceiver]. Memory is bounded by what the guest may send, and ask for, before it is answered. What isn't a
/// message of the protocol ends the session, and nothing else.
@AllowedTo("catch whatever one request brings about: it is answered with an error, and the others of the folder go on")
final class Session implements StreamReceiver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /// What one request may read or write, in bytes.
    static final int LARGEST_DATA = 1 << 20;

    private static final int LARGEST = LARGEST_DATA + (8 << 10);

    /// How many bytes of requests may be under way.
    static final int ROOM = 4 * LARGEST_DATA;

    private final Wire wire;
    private final Requests requests;
    private final MessageStream messages = new MessageStream(MessageReader.HEADER, LARGEST);
    /// A few are kept for the next requests. One that has held the largest answer stays that large.
    private final Queue<MessageWriter> writers = new ArrayBlockingQueue<>(4);
    private final ReentrantLock writing = new ReentrantLock();
    private final CompletableFuture<String> over = new CompletableFuture<>();

    Session(Wire wire, Requests requests) {
        this.wire = wire;
        this.requests = requests;
    }

    /// Serves until the guest or [#close()] ends it.
    ///
    /// @return why it ended; empty if the guest ended it in order
    String run() throws InterruptedException {
        try {
            wire.receive(this);
            return over.get();
        } catch (IOException | ExecutionException e) {
            return String.valueOf(e.getMessage());
        } finally {
            requests.close();
        }
    }

    @Override
    public @Nullable Runnable take(byte[] piece) {
        if (over.isDone()) {
            return null;
        }
        try {
            List<byte[]> whole = messages.add(piece);
            return whole.isEmpty() ? null : () -> serve(whole);
        } catch (BadMessage e) {
            end(String.valueOf(e.getMessage()));
            return null;
        }
    }

    @Override
    public void ended(String reason) {
        end(reason.isEmpty() && !messages.isAtEnd() ? "an end in the middle of a message" : reason);
    }

    private void serve(List<byte[]> whole) {
        for (byte[] message : whole.subList(1, whole.size())) {
            Thread.ofVirtual().name("share").start(() -> serve(message));
        }
        serve(whole.getFirst());
    }

    private void serve(byte[] message) {
        MessageWriter known = writers.poll();
        MessageWriter answer = known == null ? new MessageWriter() : known;
        try {
            MessageReader request = new MessageReader(message);
            answer.begin(request.unique());
            handle(request, answer);
            if (Opcode.isAnswered(request.opcode())) {
                send(answer.finish());
            }
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
        writers.offer(answer);
    }

    /// A failure of one request, even one of ours, is answered, and the others go on.
    private void handle(MessageReader request, MessageWriter answer) throws BadMessage {
        try {
            requests.handle(request, answer);
        } catch (BadMessage e) {
            throw e;
        } catch (IOException e) {
            answer.error(Errno.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.error(Errno.EIO);
        } catch (RuntimeException e) {
            LOG.debug("A request of type {} failed", request.opcode(), e);
            answer.error(Errno.of(e));
        }
    }

    private void send(ByteBuffer answer) throws IOException {
        writing.lock();
        try {
            wire.send(answer.array(), answer.arrayOffset(), answer.limit());
        } finally {
            writing.unlock();
        }
    }

    private void end(String why) {
        over.complete(why);
        wire.close();
    }

    @Override
    public void close() {
        end("");
    }
}
