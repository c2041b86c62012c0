package io.quayside.desktop.ui.containers.fix;

import io.quayside.desktop.state.model.Container;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Names and ports that nobody has yet.
public final class FreeNames {
    private static final int LAST_PORT = 65_535;
    private static final int FAR = 100;

    private final Collection<Container> all;

    public FreeNames(Collection<Container> all) {
        this.all = all;
    }

    /// "web-2" for "web", or the next number that is free.
    public String name(String wanted) {
        Set<String> taken = all.stream().map(Container::name).collect(Collectors.toSet());
        int number = 2;
        while (taken.contains(wanted + "-" + number)) {
            number++;
        }
        return wanted + "-" + number;
    }

    /// The next port after `taken` that no container asks for and, where the engine is on this computer, no program
    /// listens on. Opens sockets; not for the FX thread.
    public OptionalInt port(int taken, boolean onThisComputer) {
        Set<Integer> asked = all.stream()
                .flatMap(container -> container.ports().stream())
                .map(port -> port.publicPort())
                .collect(Collectors.toSet());
        for (int port = taken + 1; port <= Math.min(LAST_PORT, taken + FAR); port++) {
            if (!asked.contains(port) && (!onThisComputer || isFree(port))) {
                return OptionalInt.of(port);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // somebody listens there, or this user may not
        }
    }
}
