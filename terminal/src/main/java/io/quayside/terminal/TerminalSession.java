package io.quayside.terminal;

import io.quayside.terminal.emulator.Emulator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A program in a terminal, with its screen and scrollback. It lives until it is closed, shown or not.
///
/// Threads: one reads and draws into the emulator, one writes input and sizes, in order. The emulator is guarded by
/// a fair lock, which the reader takes for each piece of output, so that a painter never waits longer than for one.
/// Listeners are called on these threads, without the lock.
public final class TerminalSession implements AutoCloseable {
    /// How many lines are kept that scrolled off.
    public static final int SCROLLBACK = 10_000;

    /// A program that asks without end and never reads the answers gets no more of them.
    private static final int MOST_WAITING_REPLIES = 1000;

    private sealed interface Outgoing {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Input(byte[] bytes) implements Outgoing {
            @Override
            public String toString() {
                // What is typed may be a password.
                return bytes.length + " bytes";
            }
        }

        record Resize(TerminalSize size) implements Outgoing {}

        record Stop() implements Outgoing {}
    }

    private final String name;
    private final TerminalConnection.Opener opener;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Emulator emulator;
    private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
    private final List<Consumer<SessionState>> stateListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> outputListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final AtomicLong received = new AtomicLong();
    private volatile SessionState state = new SessionState.Starting();
    private volatile TerminalSize size;
    private volatile boolean closed;
    private volatile @Nullable TerminalConnection connection;
    /// Zero once the connection is open, or won't be.
    private volatile CountDownLatch opened = new CountDownLatch(1);
    private volatile @Nullable Thread reader;

    /// Starts a session at once.
    ///
    /// @param name what its threads are called after
    public TerminalSession(String name, TerminalSize size, TerminalConnection.Opener opener) {
        this.name = name;
        this.size = size;
        this.opener = opener;
        this.emulator = new Emulator(size, SCROLLBACK, this::reply);
        Thread.ofVirtual().name("terminal-input-" + name).start(this::write);
        begin();
    }

    private void begin() {
        CountDownLatch mine = new CountDownLatch(1);
        opened = mine;
        reader = Thread.ofVirtual().name("terminal-" + name).start(() -> run(mine));
    }

    private void run(CountDownLatch mine) {
        TerminalSize before = size;
        try (TerminalConnection open = opener.open(before)) {
            connection = open;
            mine.countDown();
            if (!size.equals(before)) {
                outgoing.add(new Outgoing.Resize(size));
            }
            setState(new SessionState.Connected());
            readAll(open);
            setState(new SessionState.Ended(open.exitCode()));
        } catch (IOException e) {
            setState(closed ? new SessionState.Ended(OptionalInt.empty()) : new SessionState.Failed(e));
        } finally {
            connection = null;
            mine.countDown();
        }
    }

    private void readAll(TerminalConnection open) throws IOException {
        boolean more = true;
        while (more && !closed) {
            more = open.read(this::feed);
        }
    }

    private void feed(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            emulator.feed(bytes, offset, length);
        } finally {
            lock.unlock();
        }
        received.addAndGet(length);
        announce();
    }

    private void announce() {
        if (announced.compareAndSet(false, true)) {
            outputListeners.forEach(Runnable::run);
        }
    }

    private void write() {
        try {
            while (!closed) {
                switch (outgoing.take()) {
                    case Outgoing.Input(byte[] bytes) -> write(bytes);
                    case Outgoing.Resize resize -> applySize(resize.size());
                    case Outgoing.Stop stop -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is typed while the connection is being opened waits for it.
    private void write(byte[] bytes) throws InterruptedException {
        opened.await();
        TerminalConnection open = connection;
        try {
            if (open != null) {
                open.write(bytes);
            }
        } catch (IOException e) {
            // The reader finds the connection broken as well, and says so.
            open.close();
        }
    }

    /// Of several sizes in a row only the last matters.
    private void applySize(TerminalSize wanted) {
        if (outgoing.peek() instanceof Outgoing.Resize) {
            return;
        }
        lock.lock();
        try {
            emulator.resize(wanted);
        } finally {
            lock.unlock();
        }
        announce();
        TerminalConnection open = connection;
        try {
            if (open != null) {
                open.resize(wanted);
            }
        } catch (IOException e) {
            // The program has just ended, or has no terminal: the screen has its size anyway.
        }
    }

    private void reply(byte[] bytes) {
        if (outgoing.size() < MOST_WAITING_REPLIES) {
            outgoing.add(new Outgoing.Input(bytes));
        }
    }

    /// Sends input. Never blocks. Nothing happens once the program has ended.
    public void send(byte[] bytes) {
        if (!state.isOver() && bytes.length > 0) {
            outgoing.add(new Outgoing.Input(bytes.clone()));
        }
    }

    /// Gives the screen another size and tells the program, on another thread: breaking lines anew takes a moment.
    public void resize(TerminalSize newSize) {
        if (!newSize.equals(size)) {
            size = newSize;
            outgoing.add(new Outgoing.Resize(newSize));
        }
    }

    /// Starts the program anew after it has ended, below what it wrote before.
    public void runAgain() {
        if (!state.isOver() || closed) {
            return;
        }
        lock.lock();
        try {
            emulator.prepareForNextProgram();
        } finally {
            lock.unlock();
        }
        setState(new SessionState.Starting());
        announce();
        begin();
    }

    /// Reads screen or scrollback. `reading` must be quick: output waits for it.
    public <T> T reading(Function<Emulator, T> reading) {
        lock.lock();
        try {
            return reading.apply(emulator);
        } finally {
            lock.unlock();
        }
    }

    /// As [#reading(Function)], for painting: what changes after it is announced anew.
    public void painting(Consumer<Emulator> painting) {
        announced.set(false);
        lock.lock();
        try {
            painting.accept(emulator);
        } finally {
            lock.unlock();
        }
    }

    /// Calls `listener` when the screen has changed since it was last painted. Any thread.
    ///
    /// @return ends it
    public Runnable onOutput(Runnable listener) {
        outputListeners.add(listener);
        return () -> outputListeners.remove(listener);
    }

    /// Calls `listener` with each new state. Any thread.
    ///
    /// @return ends it
    public Runnable onState(Consumer<SessionState> listener) {
        stateListeners.add(listener);
        return () -> stateListeners.remove(listener);
    }

    private void setState(SessionState newState) {
        state = newState;
        stateListeners.forEach(listener -> listener.accept(newState));
    }

    public SessionState state() {
        return state;
    }

    public TerminalSize size() {
        return size;
    }

    /// How many bytes the program has written.
    public long received() {
        return received.get();
    }

    /// Ends the connection, and with it the session.
    @Override
    public void close() {
        closed = true;
        outgoing.add(new Outgoing.Stop());
        TerminalConnection open = connection;
        if (open != null) {
            open.close();
        }
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
    }
}
