package io.quayside.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/// Runs one piece of work each time a line comes in on standard input, and answers with what it cost.
///
/// So the benchmark can have two processes take turns: a slow minute of the machine hits both.
public final class ClientLoop {
    /// One piece of work; the result tells that the same was done: a count of containers, bytes or samples.
    @FunctionalInterface
    public interface Work {
        long run() throws Exception;
    }

    /// How many samples of each container a turn of `stats` reads.
    public static final int SAMPLES = 10;

    private ClientLoop() {}

    /// Serves until standard input ends. Each answer: nanoseconds by the clock, nanoseconds of
    /// CPU and bytes allocated, both by all threads, and the result.
    public static void serve(Work work) throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        System.out.println("ready");
        while (waitForTurn(input)) {
            long allocated = threads.getTotalThreadAllocatedBytes();
            long cpu = system.getProcessCpuTime();
            long began = System.nanoTime();
            long result = work.run();
            long nanos = System.nanoTime() - began;
            cpu = system.getProcessCpuTime() - cpu;
            allocated = threads.getTotalThreadAllocatedBytes() - allocated;
            System.out.println(nanos + "\t" + cpu + "\t" + allocated + "\t" + result);
        }
    }

    private static boolean waitForTurn(BufferedReader input) throws IOException {
        return input.readLine() != null;
    }
}
