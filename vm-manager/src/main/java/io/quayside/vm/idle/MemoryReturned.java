package io.quayside.vm.idle;

/// What a machine took of the host's memory before and after it gave some back, in bytes; 0 where the host
/// doesn't say.
public record MemoryReturned(long before, long after) {
    public long bytes() {
        return Math.max(0, before - after);
    }
}
