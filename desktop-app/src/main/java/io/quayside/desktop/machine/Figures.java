package io.quayside.desktop.machine;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.vm.model.Resources;

/// Figures of machines in words.
public final class Figures {
    private static final long MIB = 1 << 20;

    private Figures() {}

    static String size(long bytes) {
        return Sizes.of(bytes);
    }

    /// "4 CPUs, 6 GB memory"
    public static String of(Resources resources) {
        return cpus(resources.cpus()) + ", " + Sizes.of(memory(resources)) + " memory";
    }

    public static String cpus(int count) {
        return count == 1 ? "1 CPU" : count + " CPUs";
    }

    /// Bytes of memory at most.
    public static long memory(Resources resources) {
        return resources.memoryMiB() * MIB;
    }
}
