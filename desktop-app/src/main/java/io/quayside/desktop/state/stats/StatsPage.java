package io.quayside.desktop.state.stats;

import io.quayside.engine.model.ContainerStats;

/// A minute of samples, 40 bytes each: differences to the sample before, so that they fit into an `int`.
final class StatsPage {
    static final int SAMPLES = 60;
    private static final int AT = 0;
    private static final int TOOK = 1;
    private static final int CPU = 2;
    private static final int MEMORY = 3;
    private static final int RECEIVED = 4;
    private static final int SENT = 5;
    private static final int READ = 6;
    private static final int WRITTEN = 7;
    private static final int PIDS = 8;
    private static final int THROTTLED = 9;
    private static final int STRIDE = 10;
    private static final long MEMORY_PAGE = 4096;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final int[] cells = new int[SAMPLES * STRIDE];
    private final long firstAt;
    private final long memoryLimit;
    private int size;

    StatsPage(long firstAt, long memoryLimit) {
        this.firstAt = firstAt;
        this.memoryLimit = memoryLimit;
    }

    /// Whether a sample of that limit has a place here.
    boolean takes(long limit) {
        return size < SAMPLES && limit == memoryLimit;
    }

    /// @param tookMillis since the sample before, by the engine's clock; 0 for the first of a run, which has no rates
    void add(long at, int tookMillis, double cpu, ContainerStats now, ContainerStats before) {
        int start = size * STRIDE;
        cells[start + AT] = (int) (at - firstAt);
        cells[start + TOOK] = tookMillis;
        cells[start + CPU] = Float.floatToRawIntBits((float) cpu);
        cells[start + MEMORY] = (int) Math.min(Integer.MAX_VALUE, now.memoryUsed() / MEMORY_PAGE);
        cells[start + RECEIVED] = grown(before.networkReceived(), now.networkReceived());
        cells[start + SENT] = grown(before.networkSent(), now.networkSent());
        cells[start + READ] = grown(before.blockRead(), now.blockRead());
        cells[start + WRITTEN] = grown(before.blockWritten(), now.blockWritten());
        cells[start + PIDS] = (int) Math.min(Integer.MAX_VALUE, now.pids());
        cells[start + THROTTLED] = Float.floatToRawIntBits(heldBack(before, now));
        size++;
    }

    private static int grown(long before, long now) {
        return (int) Math.clamp(now - before, 0, UNSIGNED);
    }

    private static float heldBack(ContainerStats before, ContainerStats now) {
        long periods = now.cpu().periods() - before.cpu().periods();
        long held = now.cpu().throttledPeriods() - before.cpu().throttledPeriods();
        return periods > 0 ? Math.clamp((float) held / periods, 0, 1) : 0;
    }

    int size() {
        return size;
    }

    long at(int index) {
        return firstAt + cells[index * STRIDE + AT];
    }

    long lastAt() {
        return at(size - 1);
    }

    boolean beginsRun(int index) {
        return cells[index * STRIDE + TOOK] == 0;
    }

    double value(int index, Metric metric) {
        int start = index * STRIDE;
        return switch (metric) {
            case CPU -> Float.intBitsToFloat(cells[start + CPU]);
            case MEMORY -> cells[start + MEMORY] * (double) MEMORY_PAGE;
            case MEMORY_LIMIT -> memoryLimit;
            case NETWORK_IN -> rate(start, RECEIVED);
            case NETWORK_OUT -> rate(start, SENT);
            case BLOCK_READ -> rate(start, READ);
            case BLOCK_WRITTEN -> rate(start, WRITTEN);
            case PIDS -> cells[start + PIDS];
            case THROTTLED -> Float.intBitsToFloat(cells[start + THROTTLED]);
        };
    }

    private double rate(int start, int cell) {
        int took = cells[start + TOOK];
        return took == 0 ? Double.NaN : Integer.toUnsignedLong(cells[start + cell]) * 1000.0 / took;
    }
}
