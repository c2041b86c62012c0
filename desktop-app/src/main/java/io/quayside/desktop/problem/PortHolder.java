package io.quayside.desktop.problem;

import io.quayside.engine.network.HostListener;
import io.quayside.engine.network.HostListeners;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds which program listens on a TCP port of this computer. Empty where that can't be known, and for programs of
/// other users that this user may not look into.
public final class PortHolder {
    /// A listening program.
    public record Holder(String program, long pid) {}

    private final HostListeners listeners;

    /// @param proc where the kernel tells of itself
    public PortHolder(Path proc) {
        this.listeners = new HostListeners(proc);
    }

    /// The present computer's.
    public static PortHolder ofThisComputer() {
        return new PortHolder(Path.of("/proc"));
    }

    /// Who listens on `port`. Reads files; not for the FX thread.
    public Optional<Holder> of(int port) {
        List<HostListener> found = listeners.on(each -> each == port);
        return found.stream()
                .filter(listener -> listener.protocol().equals("tcp"))
                .flatMap(listener -> listener.program().stream())
                .map(program -> new Holder(program.name(), program.pid()))
                .findFirst();
    }
}
