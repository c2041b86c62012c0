package io.quayside.vm.share;

import io.quayside.engine.AllowedTo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One guest's connection to a shared folder, for as long as that is mounted.
///
/// A few virtual threads take turns: the one that has read a message answers it itself, while the next one
/// reads on. So an answer needs no hand-over, requests are worked on in parallel, and memory is bounded by
/// the number of threads times the largest message. What isn't a message of the protocol ends the session,
/// and nothing else.
@AllowedTo("catch whatever one request brings about: it is answered with an error, and the others of the folder go on")
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /// What one request may read or write, in bytes.
    static final int LARGEST_DATA = 1 << 20;

    private static final int LARGEST = LARGEST_DATA + (8 << 10);
    private static final int THREADS = 8;

    private final Wire wire;
    private final MessageStream messages;
    private final Requests requests;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(THREADS);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile String reason = "";

    Session(Wire wire, Requests requests) {
        this.wire = wire;
        this.requests = requests;
        messages = new MessageStream(wire, LARGEST);
    }

    /// Serves until the guest or [#close()] ends it.
    ///
    /// @return why it ended; empty if the guest ended it in order
    String run() throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            Thread.ofVirtual().name("share ", i).start(this::work);
        }
        ended.await();
        requests.close();
        return reason;
    }

    private void work() {
        try {
            MessageWriter answer = new MessageWriter();
            while (serveOne(answer)) {
                // One after the other.
            }
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        } finally {
            end("");
            ended.countDown();
        }
    }

    private boolean serveOne(MessageWriter answer) throws IOException {
        MessageReader request;
        reading.lock();
        try {
            byte[] message = over.get() ? null : messages.next();
            if (message == null) {
                return false;
            }
            request = new MessageReader(message);
        } finally {
            reading.unlock();
        }
        answer.begin(request.unique());
        handle(request, answer);
        if (Opcode.isAnswered(request.opcode())) {
            send(answer.finish());
        }
        return true;
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
        if (over.compareAndSet(false, true)) {
            reason = why;
        }
        wire.close();
    }

    @Override
    public void close() {
        end("");
    }
}
