package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which order lines of several stores stand: two bytes for each, its store and stream, from which its number in the
/// store follows.
///
/// One thread changes it, any thread reads; its monitor guards it.
final class MergeOrder {
    static final int MOST_SOURCES = 1 << 14;

    private static final int ROWS = 1024;
    private static final StreamType[] KINDS = {
        LogSegment.ofCode(0), LogSegment.ofCode(1), LogSegment.ofCode(2), LogSegment.ofCode(3)
    };
    private static final int TYPES = 4;
    /// Chunks at the end whose times are kept, since lines that come late belong there.
    private static final int TIMED = 2;

    private final int sources;
    private final long[] bases;
    private final List<Chunk> chunks = new ArrayList<>();
    private final long[] counts;
    private long size;

    /// A row.
    ///
    /// @param line its number in its store
    record Row(int source, StreamType type, long line) {}

    /// Takes rows one after the other.
    @FunctionalInterface
    interface Sink {
        /// Returns whether the next one is wanted.
        boolean row(long position, int source, StreamType type, long line);
    }

    /// Rows to be added together.
    static final class Batch {
        static final int MOST = 16 * ROWS;

        private char[] codes = new char[ROWS];
        private long[] times = new long[ROWS];
        private int size;

        /// Returns whether it is full.
        boolean add(int source, StreamType type, long time) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            codes[size] = (char) (source * TYPES + LogSegment.code(type));
            times[size++] = time;
            return size == MOST;
        }

        void clear() {
            size = 0;
        }
    }

    /// As many rows as one looks up at once.
    private static final class Chunk {
        private final char[] rows = new char[ROWS];
        /// How many lines of each source stand before it.
        private final long[] before;
        private int size;
        /// No row up to its end has a later time.
        private long latest;
        private long @Nullable [] times = new long[ROWS];

        Chunk(long[] before, long latest) {
            this.before = before;
            this.latest = latest;
        }
    }

    /// @param bases the first line of each source
    MergeOrder(long[] bases) {
        this.sources = bases.length;
        this.bases = bases.clone();
        this.counts = new long[sources * TYPES];
    }

    /// The first line of a source.
    long first(int source) {
        return bases[source];
    }

    synchronized long size() {
        return size;
    }

    /// How many lines of a source and stream there are.
    synchronized long count(int source, StreamType type) {
        return counts[source * TYPES + LogSegment.code(type)];
    }

    private long count(int source) {
        long all = 0;
        for (int type = 0; type < TYPES; type++) {
            all += counts[source * TYPES + type];
        }
        return all;
    }

    /// The line of each source that comes next after the rows before `position`.
    synchronized long[] next(long position) {
        long[] next = bases.clone();
        if (position >= size) {
            for (int i = 0; i < sources; i++) {
                next[i] += count(i);
            }
            return next;
        }
        Chunk chunk = chunks.get((int) (position / ROWS));
        for (int i = 0; i < sources; i++) {
            next[i] += chunk.before[i];
        }
        for (int i = 0; i < position % ROWS; i++) {
            next[chunk.rows[i] / TYPES]++;
        }
        return next;
    }

    /// The latest time of all rows.
    synchronized long latest() {
        return chunks.isEmpty() ? Long.MIN_VALUE : chunks.getLast().latest;
    }

    /// Puts rows in the place of all from one on.
    synchronized void replace(long from, Batch batch) {
        cut(from);
        for (int i = 0; i < batch.size; i++) {
            add(batch.codes[i], batch.times[i]);
        }
    }

    private void add(char code, long time) {
        Chunk last = chunks.isEmpty() ? null : chunks.getLast();
        if (last == null || last.size == ROWS) {
            long[] before = new long[sources];
            for (int i = 0; i < sources; i++) {
                before[i] = count(i);
            }
            last = new Chunk(before, latest());
            chunks.add(last);
            if (chunks.size() > TIMED) {
                chunks.get(chunks.size() - 1 - TIMED).times = null;
            }
        }
        last.rows[last.size] = code;
        if (last.times != null) {
            last.times[last.size] = time;
        }
        last.size++;
        last.latest = Math.max(last.latest, time);
        counts[code]++;
        size++;
    }

    private void cut(long from) {
        while (size > from) {
            Chunk last = chunks.getLast();
            last.size--;
            size--;
            counts[last.rows[last.size]]--;
            if (last.size == 0) {
                chunks.removeLast();
            }
        }
    }

    /// A row, or null when there is none at this place.
    synchronized @Nullable Row get(long position) {
        if (position < 0 || position >= size) {
            return null;
        }
        Chunk chunk = chunks.get((int) (position / ROWS));
        int at = (int) (position % ROWS);
        int code = chunk.rows[at];
        int source = code / TYPES;
        long line = bases[source] + chunk.before[source];
        for (int i = 0; i < at; i++) {
            line += chunk.rows[i] / TYPES == source ? 1 : 0;
        }
        return new Row(source, KINDS[code % TYPES], line);
    }

    /// The time of a row, or [Long#MIN_VALUE] when it has to be read.
    synchronized long time(long position) {
        if (position >= size) {
            return Long.MIN_VALUE;
        }
        long[] times = chunks.get((int) (position / ROWS)).times;
        return times == null ? Long.MIN_VALUE : times[(int) (position % ROWS)];
    }

    /// A row with none before it that is later than a time; at most as many rows before the first later one as a chunk
    /// has, as long as lines come in order.
    synchronized long notAfter(long time) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).latest > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.min(size, (long) low * ROWS);
    }

    /// Goes over the rows from one on. Rows are handed over without the lock.
    void walk(long from, Sink sink) {
        long position = from;
        char[] rows = new char[ROWS];
        while (true) {
            long[] next;
            int start;
            int end;
            synchronized (this) {
                if (position >= size) {
                    return;
                }
                Chunk chunk = chunks.get((int) (position / ROWS));
                System.arraycopy(chunk.rows, 0, rows, 0, chunk.size);
                next = chunk.before.clone();
                start = (int) (position % ROWS);
                end = chunk.size;
            }
            for (int i = 0; i < end; i++) {
                int source = rows[i] / TYPES;
                long line = bases[source] + next[source]++;
                if (i >= start) {
                    if (!sink.row(position, source, KINDS[rows[i] % TYPES], line)) {
                        return;
                    }
                    position++;
                }
            }
        }
    }
}
