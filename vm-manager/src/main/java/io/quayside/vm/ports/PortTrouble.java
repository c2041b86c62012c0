package io.quayside.vm.ports;

import io.quayside.engine.network.HostListener;
import io.quayside.engine.network.HostListeners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds out why the host doesn't give a port, by facts rather than by the words of the system.
///
/// @param lowest the first port that this user may open
record PortTrouble(HostListeners listeners, int lowest) {
    private static final Path FIRST_FREE = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    private static final int USUAL_FIRST_FREE = 1024;
    private static final Path PROC_OF_ROOT = Path.of("/proc/1/root");

    static PortTrouble ofThisComputer() {
        return new PortTrouble(HostListeners.ofThisComputer(), lowestHere());
    }

    /// Root may open all, and so may anybody on macOS and Windows, who has no such file.
    private static int lowestHere() {
        try {
            boolean linux = Files.exists(FIRST_FREE);
            boolean root = Files.isReadable(PROC_OF_ROOT);
            return !linux || root
                    ? 1
                    : Integer.parseInt(Files.readString(FIRST_FREE).strip());
        } catch (IOException | NumberFormatException e) {
            return USUAL_FIRST_FREE;
        }
    }

    ForwardState explain(Forward forward, IOException failure) {
        Optional<HostListener> holder = listeners.on(port -> port == forward.port()).stream()
                .filter(listener ->
                        listener.protocol().equals(forward.protocol().id()))
                .findFirst();
        if (holder.isPresent()) {
            return new ForwardState.Conflict(
                    holder.get().program().map(PortTrouble::name).orElse("a program of another user"));
        }
        if (forward.port() < lowest) {
            return new ForwardState.Failed("This user may not open ports below " + lowest + ". An administrator can"
                    + " allow it: sysctl net.ipv4.ip_unprivileged_port_start=" + forward.port());
        }
        if (!isOurs(forward.address())) {
            return new ForwardState.Failed("This computer doesn't have the address " + forward.address() + ".");
        }
        return new ForwardState.Failed(String.valueOf(failure.getMessage()));
    }

    private static String name(HostListener.Program program) {
        return program.name() + ", process " + program.pid();
    }

    private static boolean isOurs(String literal) {
        InetAddress address = InetAddress.ofLiteral(literal);
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return true;
        }
    }
}
