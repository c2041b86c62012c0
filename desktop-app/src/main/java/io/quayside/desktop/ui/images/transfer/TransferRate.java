package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast bytes moved over the last seconds, and how long the rest will take at that. For one thread.
public final class TransferRate {
    private static final long WINDOW = 5_000_000_000L;
    private static final long LEAST = 500_000_000L;

    private record Mark(long nanos, long bytes) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /// So many bytes are over now.
    public void note(long nanos, long bytes) {
        marks.addLast(new Mark(nanos, bytes));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > WINDOW) {
            marks.removeFirst();
        }
    }

    /// "11.4 MB/s, about 5 s left"; without the rest while that isn't known, and nothing before there is a rate.
    public String words(long left, boolean exact) {
        if (marks.size() < 2) {
            return "";
        }
        long time = marks.getLast().nanos() - marks.getFirst().nanos();
        long bytes = marks.getLast().bytes() - marks.getFirst().bytes();
        if (time < LEAST || bytes <= 0) {
            return "";
        }
        double rate = bytes * 1e9 / time;
        String words = Sizes.of(Math.round(rate)) + "/s";
        if (!exact || left <= 0) {
            return words;
        }
        return words + ", about " + Times.duration(Duration.ofSeconds(Math.max(1, Math.round(left / rate)))) + " left";
    }
}
