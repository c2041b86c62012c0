package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestLink;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// Connects to the program in the guest, again with a new connection when nothing answers at one.
///
/// QEMU 7.2 needs that: when it learns of the end of a connection by writing to it, it holds back all that the guest
/// writes to the next one (`flush_buf` in its virtio-console throttles the port after the close has just freed it),
/// until that ends, too.
final class GuestConnection {
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private GuestConnection() {}

    /// Returns when the guest has answered.
    ///
    /// @param events name and data of what the guest tells
    /// @throws VmException if nothing answered in time, or the machine has ended
    static Guest open(RunningVm vm, BiConsumer<String, JsonNode> events, Duration limit)
            throws VmException, InterruptedException {
        return open(vm, events, limit, FIRST);
    }

    /// @param first how long the first connection may stay silent; after a silent one the next may for twice as
    ///     long, because a guest on a busy computer is slow
    static Guest open(RunningVm vm, BiConsumer<String, JsonNode> events, Duration limit, Duration first)
            throws VmException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Duration patience = first;
        while (true) {
            long began = System.nanoTime();
            Duration left = Duration.ofNanos(Math.max(1, end - began));
            Duration wait = left.compareTo(patience) < 0 ? left : patience;
            try {
                return new Guest(GuestLink.open(vm.connectControl(), events, wait));
            } catch (VmException e) {
                if (vm.awaitEnd(BETWEEN)) {
                    throw new VmException(new VmProblem.ConnectionLost("The virtual machine has ended.", List.of()), e);
                }
                long now = System.nanoTime();
                if (now > end) {
                    throw e;
                }
                // One that ended by itself says nothing about how slow the guest is.
                if (now - began >= wait.toNanos()) {
                    patience = patience.multipliedBy(2);
                }
            }
        }
    }
}
