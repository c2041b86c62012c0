package io.quayside.vm.guest;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A session with the program in the guest: requests with answers, events, and raw streams, all over one port.
///
/// Any thread may ask and open. A few threads take turns to read; the one that reads calls the event listener, which
/// must return quickly, and does what a stream's [StreamReceiver] asks for while another one reads on: what has to be
/// handed over to a waiting thread is late by the time that takes, many thousand times in a shared folder. They are no
/// virtual threads because those wait for a socket by way of others. When the port closes, requests and streams fail at
/// once.
public final class GuestLink implements StreamOpener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration HELLO_AGAIN = Duration.ofSeconds(2);

    private static final int READERS = 4;

    private final ByteChannel channel;
    private final ReentrantLock reading = new ReentrantLock();
    /// So many may be at work while one reads.
    private final Semaphore atWork = new Semaphore(READERS - 1);
    private final FrameReader reader;
    private final FrameWriter writer;
    private final BiConsumer<String, JsonNode> onEvent;
    private final AtomicLong lastRequest = new AtomicLong();
    private final AtomicInteger lastStream = new AtomicInteger();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, GuestStream> streams = new ConcurrentHashMap<>();
    private final CompletableFuture<String> broken = new CompletableFuture<>();

    private GuestLink(ByteChannel channel, BiConsumer<String, JsonNode> onEvent) {
        this.channel = channel;
        this.onEvent = onEvent;
        reader = new FrameReader(channel);
        writer = new FrameWriter(channel);
    }

    /// Says hello and waits for the guest's program to answer, as long as it takes it to start.
    ///
    /// @param onEvent name and data of each event
    public static GuestLink open(ByteChannel channel, BiConsumer<String, JsonNode> onEvent, Duration limit)
            throws VmException, InterruptedException {
        GuestLink link = new GuestLink(channel, onEvent);
        CompletableFuture<Boolean> greeted = new CompletableFuture<>();
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        link.startReader(() -> link.read(nonce, greeted));
        try {
            link.greet(nonce, greeted, limit);
            return link;
        } catch (IOException | TimeoutException | ExecutionException e) {
            link.close();
            throw new VmException(
                    new VmProblem.ConnectionLost("The guest didn't answer: " + e.getMessage(), List.of()), e);
        } catch (InterruptedException e) {
            link.close();
            throw e;
        }
    }

    /// A guest that is just starting gets the first hello when it is ready. One that an earlier host left
    /// in the middle of a frame needs that frame filled before it sees a hello.
    private void greet(byte[] nonce, CompletableFuture<Boolean> greeted, Duration limit)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        writer.write(new Frame(Frame.Kind.HELLO, 0, nonce));
        long end = System.nanoTime() + limit.toNanos();
        boolean padded = false;
        while (true) {
            long left = end - System.nanoTime();
            try {
                greeted.get(Math.min(left, HELLO_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                if (left <= HELLO_AGAIN.toNanos()) {
                    throw e;
                }
            }
            if (!padded) {
                writer.pad();
                padded = true;
            }
            writer.write(new Frame(Frame.Kind.HELLO, 0, nonce));
        }
    }

    private void startReader(Runnable reading) {
        Thread.ofPlatform().name("guest link").daemon().start(reading);
    }

    private void read(byte[] nonce, CompletableFuture<Boolean> greeted) {
        try {
            reader.seekHello(nonce);
            greeted.complete(true);
        } catch (IOException e) {
            greeted.completeExceptionally(e);
            breakDown(e);
            return;
        }
        for (int i = 1; i < READERS; i++) {
            startReader(this::read);
        }
        read();
    }

    private void read() {
        while (true) {
            Runnable work = null;
            reading.lock();
            try {
                while (work == null) {
                    if (broken.isDone()) {
                        return;
                    }
                    work = dispatch(reader.next());
                }
            } catch (IOException | JacksonException e) {
                breakDown(e);
                return;
            } finally {
                reading.unlock();
            }
            perform(work);
        }
    }

    private void perform(Runnable work) {
        if (!atWork.tryAcquire()) {
            Thread.ofVirtual().name("guest work").start(work);
            return;
        }
        try {
            work.run();
        } finally {
            atWork.release();
        }
    }

    private void breakDown(Exception e) {
        String reason = String.valueOf(e.getMessage());
        broken.complete(reason);
        close();
        for (CompletableFuture<JsonNode> answer : waiting.values()) {
            answer.completeExceptionally(new IOException(reason));
        }
        for (GuestStream stream : streams.values()) {
            stream.breakDown(reason);
        }
    }

    private @Nullable Runnable dispatch(Frame frame) {
        switch (frame.kind()) {
            case REPLY -> {
                JsonNode reply = JSON.readTree(frame.payload());
                CompletableFuture<JsonNode> answer =
                        waiting.get(reply.path("id").asLong(0));
                if (answer != null) {
                    answer.complete(reply);
                }
            }
            case EVENT -> {
                JsonNode event = JSON.readTree(frame.payload());
                onEvent.accept(event.path("name").asString(""), event.path("data"));
            }
            case OPENED, DATA, WINDOW, END, RESET -> {
                GuestStream stream = streams.get(frame.stream());
                if (stream != null) {
                    return stream.receive(frame);
                }
            }
            default -> {
                // Answers to repeated hellos; nothing else comes from a guest.
            }
        }
        return null;
    }

    /// Asks the guest and waits for the answer.
    public JsonNode ask(String request, Map<String, ?> arguments, Duration limit)
            throws VmException, InterruptedException {
        long id = lastRequest.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            ObjectNode json = JSON.createObjectNode().put("id", id).put("name", request);
            json.set("args", JSON.valueToTree(arguments));
            writer.write(new Frame(Frame.Kind.REQUEST, 0, json.toString().getBytes(StandardCharsets.UTF_8)));
            if (broken.isDone()) {
                throw new IOException(broken.getNow(""));
            }
            JsonNode reply = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (reply.has("error")) {
                throw new VmException(new VmProblem.RequestRefused(
                        request, reply.path("error").asString("no reason")));
            }
            return reply.path("result");
        } catch (IOException e) {
            throw new VmException(new VmProblem.ConnectionLost(String.valueOf(e.getMessage()), List.of()), e);
        } catch (ExecutionException e) {
            String reason = String.valueOf(answer.exceptionNow().getMessage());
            throw new VmException(new VmProblem.ConnectionLost(reason, List.of()), e);
        } catch (TimeoutException e) {
            throw new VmException(
                    new VmProblem.RequestRefused(request, "no answer for " + limit.toSeconds() + " seconds"), e);
        } finally {
            waiting.remove(id);
        }
    }

    @Override
    public GuestStream connect(StreamTarget target) throws IOException, InterruptedException {
        GuestStream stream = begin(target);
        try {
            stream.awaitOpen();
            return stream;
        } catch (IOException | InterruptedException e) {
            stream.close();
            throw e;
        }
    }

    /// Asks for a stream and returns at once; reading from it waits for the guest, and fails with the guest's reason
    /// if there is one. Closing it ends the wait, as an interrupt could not: that may break the whole link.
    GuestStream begin(StreamTarget target) throws IOException {
        int id = lastStream.incrementAndGet();
        GuestStream stream = new GuestStream(writer, id, () -> streams.remove(id));
        streams.put(id, stream);
        try {
            writer.write(new Frame(Frame.Kind.OPEN, id, JSON.writeValueAsBytes(target.fields())));
            if (broken.isDone()) {
                throw new IOException(broken.getNow(""));
            }
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /// Completes with the reason when the session ends, for whatever reason.
    public CompletableFuture<String> ended() {
        return broken.copy();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nobody reads from it any more.
        }
    }
}
