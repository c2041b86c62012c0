package io.quayside.vm.idle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of the host's memory a process takes, from Linux's `/proc`.
public final class HostMemory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STEPS = 60;
    private static final int STILL = 10;
    private static final long LITTLE = 1 << 20;

    private HostMemory() {}

    /// In bytes; 0 if it isn't known here, or the process is gone.
    public static long of(long pid) {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) << 10 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /// The same, when it has stopped falling for five seconds; after half a minute at the latest. Linux tells of free
    /// pages in passes that are two seconds apart, and longer on a busy computer.
    public static long settled(long pid) throws InterruptedException {
        long lowest = of(pid);
        int still = 0;
        for (int i = 0; i < STEPS && still < STILL && lowest > 0; i++) {
            Thread.sleep(STEP);
            long now = of(pid);
            still = now < lowest - LITTLE ? 0 : still + 1;
            lowest = Math.min(lowest, now);
        }
        return lowest;
    }
}
