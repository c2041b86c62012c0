package io.quayside.vm.idle;

import io.quayside.vm.error.VmException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Whether a machine sleeps, who needs it awake, and since when nobody does.
///
/// Any thread may use it. One lock guards all fields; it is held while the machine is paused and woken, so
/// that whoever needs it meanwhile waits for that. Listeners are called without it.
public final class Wakefulness {
    private final Optional<Sleeper> sleeper;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private int open;
    private long needed;
    private boolean paused;

    /// @param sleeper empty for a machine that can't sleep
    /// @param nanos a clock that only runs while the host is awake, as [System#nanoTime()]
    public Wakefulness(Optional<Sleeper> sleeper, LongSupplier nanos) {
        this.sleeper = sleeper;
        this.nanos = nanos;
        needed = nanos.getAsLong();
    }

    /// A connection to the engine, from its beginning to its end. For the threads of that connection.
    public final class Request implements AutoCloseable {
        private boolean counts = true;
        private boolean onlyWaits;

        /// These bytes go to the engine. Returns when the machine is awake.
        ///
        /// @throws IOException if it can't be woken
        public void sent(byte[] bytes, int count) throws IOException {
            Optional<RequestLine> line = RequestLine.at(bytes, count);
            lock.lock();
            try {
                line.ifPresent(begun -> onlyWaits = begun.onlyWaits());
                count(!onlyWaits);
                needed = nanos.getAsLong();
            } finally {
                lock.unlock();
            }
            wake();
        }

        /// These bytes came from the engine.
        public void received(byte[] bytes) {
            boolean ended = ResponseEnd.isIn(bytes);
            lock.lock();
            try {
                if (!onlyWaits) {
                    needed = nanos.getAsLong();
                    count(!ended);
                }
            } finally {
                lock.unlock();
            }
        }

        private void count(boolean wanted) {
            if (counts != wanted) {
                counts = wanted;
                open += wanted ? 1 : -1;
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (counts) {
                    needed = nanos.getAsLong();
                }
                count(false);
            } finally {
                lock.unlock();
            }
        }
    }

    /// A connection begins. Returns when the machine is awake.
    ///
    /// @throws IOException if it can't be woken
    public Request begin() throws IOException {
        lock.lock();
        try {
            open++;
            needed = nanos.getAsLong();
        } finally {
            lock.unlock();
        }
        Request request = new Request();
        try {
            wake();
            return request;
        } catch (IOException e) {
            request.close();
            throw e;
        }
    }

    /// Somebody needs the machine now.
    ///
    /// @throws IOException if it can't be woken
    public void need() throws IOException {
        lock.lock();
        try {
            needed = nanos.getAsLong();
        } finally {
            lock.unlock();
        }
        wake();
    }

    /// It turned out that something goes on in the machine that isn't seen from here.
    void busy() {
        lock.lock();
        try {
            needed = nanos.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    private void wake() throws IOException {
        try {
            resume();
        } catch (VmException e) {
            throw new IOException("The virtual machine couldn't be woken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// For how long nobody has needed the machine; nothing while a request is open.
    public Duration quiet() {
        lock.lock();
        try {
            return open > 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - needed);
        } finally {
            lock.unlock();
        }
    }

    public boolean canPause() {
        return sleeper.isPresent();
    }

    public boolean paused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    /// Lets the machine sleep, unless somebody has needed it within that time.
    ///
    /// @return whether it sleeps now
    public boolean pause(Duration quietFor) throws VmException {
        boolean changed = false;
        lock.lock();
        try {
            if (!paused && sleeper.isPresent() && quiet().compareTo(quietFor) >= 0) {
                sleeper.get().pause();
                paused = true;
                changed = true;
            }
        } finally {
            lock.unlock();
        }
        if (changed) {
            listeners.forEach(listener -> listener.accept(true));
        }
        return changed || paused();
    }

    /// Wakes the machine if it sleeps.
    public void resume() throws VmException, InterruptedException {
        boolean changed = false;
        lock.lock();
        try {
            if (paused && sleeper.isPresent()) {
                sleeper.get().resume();
                paused = false;
                needed = nanos.getAsLong();
                changed = true;
            }
        } finally {
            lock.unlock();
        }
        if (changed) {
            listeners.forEach(listener -> listener.accept(false));
        }
    }

    /// Calls the listener whenever the machine has fallen asleep (true) or woken up, on any thread, until
    /// the answer is run.
    public Runnable listen(Consumer<Boolean> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
