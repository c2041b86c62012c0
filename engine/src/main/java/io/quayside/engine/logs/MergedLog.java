package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of several stores in the order of the engine's time; those of one store stay in their order. The text
/// stays
/// in the stores, only the order is kept here. A line's number is its place, and changes when lines come late.
///
/// One thread at a time calls [#update()]; any thread reads.
public final class MergedLog implements LogLines {
    private static final int MOST_TURNS = 10;
    private static final int COPIED = 500;
    private static final int COPIED_BYTES = 1 << 20;

    private final List<LogStore> stores;
    private final List<String> names;
    private volatile MergeOrder order;

    /// What an update did.
    ///
    /// @param from the first place where another line may stand than before
    /// @param dropped how many lines went at the start
    public record Change(long from, long dropped) {}

    /// @param names put in front of lines that are copied
    public MergedLog(List<LogStore> stores, List<String> names) {
        if (stores.size() > MergeOrder.MOST_SOURCES) {
            throw new IllegalArgumentException("Too many to merge: " + stores.size());
        }
        this.stores = List.copyOf(stores);
        this.names = List.copyOf(names);
        this.order = fresh();
    }

    private MergeOrder fresh() {
        return new MergeOrder(stores.stream().mapToLong(LogStore::firstLine).toArray());
    }

    /// The stores, in the order of [#sourceOf].
    public List<LogStore> stores() {
        return stores;
    }

    /// Takes in what the stores have got, and puts it where it belongs.
    public Change update() throws IOException {
        for (int turn = 1; ; turn++) {
            MergeOrder now = order;
            try {
                for (int i = 0; i < stores.size(); i++) {
                    if (stores.get(i).firstLine() > now.first(i)) {
                        return anew(now);
                    }
                }
                return new Change(take(now), 0);
            } catch (ClosedChannelException e) {
                if (turn == MOST_TURNS) {
                    throw e;
                }
                // Lines were dropped in between: the next turn begins with those that are left.
            }
        }
    }

    private Change anew(MergeOrder before) throws IOException {
        long dropped = 0;
        for (int i = 0; i < stores.size(); i++) {
            dropped += stores.get(i).firstLine() - before.first(i);
        }
        MergeOrder next = fresh();
        take(next);
        order = next;
        return new Change(0, Math.min(dropped, before.size()));
    }

    private long take(MergeOrder into) throws IOException {
        long place = into.size();
        @Nullable LineHeads[] heads = heads(into, place);
        long earliest = Long.MAX_VALUE;
        for (LineHeads head : heads) {
            earliest = head == null ? earliest : Math.min(earliest, head.time());
        }
        if (earliest < into.latest()) {
            place = placeOf(into, earliest);
            heads = heads(into, place);
        }
        merge(heads, into, place);
        return place;
    }

    /// On the next line of each store; null where there is none.
    private @Nullable LineHeads[] heads(MergeOrder into, long place) throws IOException {
        long[] next = into.next(place);
        @Nullable LineHeads[] heads = new LineHeads[stores.size()];
        for (int i = 0; i < heads.length; i++) {
            LogStore store = stores.get(i);
            LineHeads head = store.endLine() > next[i] ? new LineHeads(store, next[i]) : null;
            heads[i] = head != null && head.next() ? head : null;
        }
        return heads;
    }

    private static void merge(@Nullable LineHeads[] heads, MergeOrder into, long place) throws IOException {
        MergeOrder.Batch batch = new MergeOrder.Batch();
        long at = place;
        while (true) {
            int first = -1;
            long time = 0;
            for (int i = 0; i < heads.length; i++) {
                LineHeads head = heads[i];
                if (head != null && (first < 0 || head.time() < time)) {
                    first = i;
                    time = head.time();
                }
            }
            LineHeads head = first < 0 ? null : heads[first];
            if (head == null) {
                into.replace(at, batch);
                return;
            }
            if (batch.add(first, head.type(), time)) {
                into.replace(at, batch);
                at = into.size();
                batch.clear();
            }
            if (!head.next()) {
                heads[first] = null;
            }
        }
    }

    /// The first row that is later than a time.
    private long placeOf(MergeOrder in, long time) throws IOException {
        for (long place = in.notAfter(time); place < in.size(); place++) {
            long known = in.time(place);
            MergeOrder.Row row = known == Long.MIN_VALUE ? in.get(place) : null;
            if (row != null) {
                Optional<StoredLine> line = stores.get(row.source()).read(row.line(), 0);
                known = line.map(StoredLine::timeNanos).orElse(Long.MIN_VALUE);
            }
            if (known > time) {
                return place;
            }
        }
        return in.size();
    }

    @Override
    public long firstLine() {
        return 0;
    }

    @Override
    public long endLine() {
        return order.size();
    }

    @Override
    public long bytes() {
        return stores.stream().mapToLong(LogStore::bytes).sum();
    }

    /// Which store a line is from; -1 when there is no such line.
    public int sourceOf(long line) {
        MergeOrder.Row row = order.get(line);
        return row == null ? -1 : row.source();
    }

    /// How many lines of a store and stream there are.
    public long count(int source, StreamType type) {
        return order.count(source, type);
    }

    @Override
    public List<StoredLine> read(long from, int count, int most) throws IOException {
        List<MergeOrder.Row> rows = new ArrayList<>();
        order.walk(Math.max(0, from), (place, source, type, line) -> {
            rows.add(new MergeOrder.Row(source, type, line));
            return rows.size() < count;
        });
        List<StoredLine> lines = new ArrayList<>(rows.size());
        long place = Math.max(0, from);
        for (MergeOrder.Row row : rows) {
            long number = place++;
            stores.get(row.source()).read(row.line(), most).ifPresent(line -> lines.add(line.numbered(number)));
        }
        return lines;
    }

    @Override
    public long lineAt(long timeNanos) throws IOException {
        return timeNanos == Long.MIN_VALUE ? 0 : placeOf(order, timeNanos - 1);
    }

    /// Each with the name of where it is from in front.
    @Override
    public void copyTo(OutputStream out, long from, long to) throws IOException {
        long end = Math.min(to, endLine());
        for (long at = Math.max(0, from); at < end; at += COPIED) {
            for (StoredLine line : read(at, (int) Math.min(COPIED, end - at), COPIED_BYTES)) {
                if (line.type() != StreamType.SYSTEM) {
                    int source = Math.max(0, sourceOf(line.number()));
                    out.write((names.get(source) + " | ").getBytes(StandardCharsets.UTF_8));
                    out.write(line.bytes());
                    out.write('\n');
                }
            }
        }
    }

    /// Which lines are wanted, as far as can be said now.
    ///
    /// @param from where to go on
    /// @return up to which line it was said
    public long select(long from, LineSet into, Choice choice) {
        long[] end = {from};
        order.walk(from, (place, source, type, line) -> {
            int matches = choice.matches(source, type, line);
            if (matches == Choice.NOT_YET) {
                return false;
            }
            if (matches > 0) {
                into.add(place, matches);
            }
            end[0] = place + 1;
            return true;
        });
        return end[0];
    }

    /// Tells of a line whether it is wanted.
    @FunctionalInterface
    public interface Choice {
        /// It can't be said before the line was looked at.
        int NOT_YET = -1;

        /// How often it is what is wanted, 0 for not at all.
        ///
        /// @param line its number in its store
        int matches(int source, StreamType type, long line);
    }
}
