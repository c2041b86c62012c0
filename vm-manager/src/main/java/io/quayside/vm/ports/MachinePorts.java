package io.quayside.vm.ports;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.guest.StreamOpener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The forwards of one machine, whether it runs or not, and those who want to hear of them. Thread-safe.
public final class MachinePorts implements AutoCloseable {
    private final List<Consumer<List<ForwardStatus>>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private PortSettings settings;
    private Optional<PublishedPorts> following = Optional.empty();

    public MachinePorts(PortSettings settings) {
        this.settings = settings;
    }

    /// The machine runs: its containers' ports and the rules are opened.
    public void follow(EngineEndpoint endpoint, StreamOpener guest) {
        close();
        synchronized (this) {
            following = Optional.of(PublishedPorts.follow(endpoint, guest, settings, this::tell));
        }
    }

    /// Changes what the user says about ports, at once.
    public void change(PortSettings wanted) {
        Optional<PublishedPorts> open;
        synchronized (this) {
            settings = wanted;
            open = following;
        }
        open.ifPresentOrElse(ports -> ports.change(wanted), this::tell);
    }

    /// Tries those again that the host didn't give.
    public void retry() {
        following().ifPresent(PublishedPorts::retry);
    }

    /// All forwards, those of containers first.
    public synchronized List<ForwardStatus> forwards() {
        return following
                .map(PublishedPorts::forwards)
                .orElseGet(() -> ForwardPlan.ofRules(settings).entries().stream()
                        .map(entry -> entry.status(new ForwardState.Waiting("The machine isn't running.")))
                        .toList());
    }

    /// Calls the listener with all forwards whenever one has changed, on any thread, until the answer is run.
    public Runnable listen(Consumer<List<ForwardStatus>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// One thread tells at a time, and again what has changed meanwhile: nobody hears of an earlier state last.
    private void tell() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        int told = 1;
        try {
            do {
                List<ForwardStatus> now = forwards();
                listeners.forEach(listener -> listener.accept(now));
                told = changes.addAndGet(-told);
            } while (told > 0);
        } finally {
            if (told > 0) {
                changes.set(0); // a listener has failed; the next change is told again
            }
        }
    }

    /// What follows the engine, while the machine runs.
    public synchronized Optional<PublishedPorts> following() {
        return following;
    }

    /// Closes all ports of the host; listeners stay.
    @Override
    public void close() {
        Optional<PublishedPorts> open;
        synchronized (this) {
            open = following;
            following = Optional.empty();
        }
        open.ifPresent(ports -> {
            ports.close();
            tell();
        });
    }
}
