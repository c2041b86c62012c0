package io.quayside.desktop.engines;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.engine.LogSource;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.lifecycle.LiveMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of a machine: its console, then what dockerd writes in it, asked for every few seconds while it is looked
/// at.
public final class MachineLog implements LogSource {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLog.class);
    private static final int MOST = 64 << 10;
    private static final int EVERY_SECONDS = 3;

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
        CountDownLatch end = new CountDownLatch(1);
        Thread.ofVirtual().name("vm-log").start(() -> ask(lines, end));
        return Subscription.all(start, end::countDown);
    }

    private void ask(Consumer<List<String>> lines, CountDownLatch end) {
        String last = "";
        try {
            do {
                Optional<Guest> guest = machines.connected(name).map(LiveMachine::guest);
                if (guest.isPresent()) {
                    last = tell(guest.get(), last, lines);
                }
            } while (!end.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hands on what follows the last line handed on before, and returns the last line now.
    private static String tell(Guest guest, String last, Consumer<List<String>> lines) throws InterruptedException {
        try {
            List<String> all = guest.log("engine", MOST).lines().toList();
            int known = last.isEmpty() ? -1 : all.lastIndexOf(last);
            List<String> fresh = all.subList(known + 1, all.size());
            if (!fresh.isEmpty()) {
                lines.accept(List.copyOf(fresh));
                return fresh.getLast();
            }
        } catch (VmException e) {
            LOG.debug("The guest gave no log: {}", e.getMessage());
        }
        return last;
    }

    @Override
    public void save(Path target) throws IOException {
        StringBuilder text = new StringBuilder(Files.exists(console) ? Files.readString(console) : "");
        Optional<Guest> guest = machines.connected(name).map(LiveMachine::guest);
        if (guest.isPresent()) {
            try {
                text.append('\n').append(guest.get().log("engine", MOST));
            } catch (VmException e) {
                throw new IOException(e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("It was cancelled.", e);
            }
        }
        Files.writeString(target, text);
    }
}
