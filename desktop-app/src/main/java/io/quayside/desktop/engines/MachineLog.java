package io.quayside.desktop.engines;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.engine.LogSource;
import io.quayside.vm.Machines;
import io.quayside.vm.guest.GuestLog;
import io.quayside.vm.lifecycle.LiveMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of a machine: its console, then what dockerd writes in it, from this start of the machine on and from later
/// ones.
///
/// The guest sends what dockerd writes; nobody asks again and again, and nothing comes while nobody looks. A machine
/// that sleeps isn't woken for it.
public final class MachineLog implements LogSource {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLog.class);
    private static final String ENGINE = "engine";
    private static final int END = 64 << 10;
    private static final int ALL = 2 << 20;

    private final Machines machines;
    private final String name;
    private final Path console;

    public MachineLog(Machines machines, String name, Path console) {
        this.machines = machines;
        this.name = name;
        this.console = console;
    }

    @Override
    public Subscription follow(Consumer<List<String>> lines) throws IOException {
        Files.createDirectories(console.toAbsolutePath().getParent());
        Subscription start = LogSource.of(console).follow(lines);
        Following following = new Following(lines);
        Runnable deaf = machines.onConnected(name, following::change);
        return Subscription.all(start, deaf::run, following);
    }

    @Override
    public void save(Path target) throws IOException {
        StringBuilder text = new StringBuilder(Files.exists(console) ? Files.readString(console) : "");
        Optional<LiveMachine> machine = machines.connected(name);
        if (machine.isPresent()) {
            machine.get().wakefulness().need();
            try (GuestLog log = machine.get().guest().follow(ENGINE, ALL)) {
                log.finish();
                for (Optional<List<String>> lines = log.next(); lines.isPresent(); lines = log.next()) {
                    lines.get().forEach(line -> text.append('\n').append(line));
                }
            }
        }
        Files.writeString(target, text.append('\n'));
    }

    /// Reads the log of the machine that was connected last, until it is closed. Both calls return at once: threads of
    /// their own speak with the guest.
    private static final class Following implements Subscription {
        private final Consumer<List<String>> lines;
        private Optional<GuestLog> open = Optional.empty();
        private int machines;
        private boolean closed;

        Following(Consumer<List<String>> lines) {
            this.lines = lines;
        }

        synchronized void change(LiveMachine machine) {
            if (!closed) {
                leave();
                int number = ++machines;
                Thread.ofVirtual().name("vm-log").start(() -> read(machine, number));
            }
        }

        private void read(LiveMachine machine, int number) {
            try (GuestLog log = machine.guest().follow(ENGINE, END)) {
                if (!begun(log, number)) {
                    return;
                }
                for (Optional<List<String>> next = log.next(); next.isPresent(); next = log.next()) {
                    lines.accept(next.get());
                }
            } catch (IOException e) {
                LOG.debug("The log in the guest ended: {}", e.getMessage());
            }
        }

        private synchronized boolean begun(GuestLog log, int number) {
            if (closed || number != machines) {
                return false;
            }
            open = Optional.of(log);
            return true;
        }

        private void leave() {
            open.ifPresent(log -> Thread.ofVirtual().name("vm-log").start(log::close));
            open = Optional.empty();
        }

        @Override
        public synchronized void close() {
            closed = true;
            leave();
        }
    }
}
