package io.quayside.engine.logs;

import io.quayside.engine.stream.FrameSink;
import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Puts output with the engine's times into a store, each line with its time and stream. It can go on after the
/// connection was lost: what the engine repeats is passed over. One thread uses it.
///
/// Engines write a message for each line, with its time in front, and several messages for a line of more than 16 KiB,
/// each with a time of its own. Those times are taken out too, so that the line is as it was printed.
final class LogAppender implements FrameSink {
    /// Where engines cut long lines; the smallest piece that is known.
    private static final int PIECE = 4096;
    /// What Docker cuts at; where there are no frames, only this tells where a piece ends.
    private static final int DOCKER_PIECE = 16 * 1024;

    private final LogStore store;
    private final EngineTimes times = new EngineTimes();
    private final Map<StreamType, State> states = new EnumMap<>(StreamType.class);
    private @Nullable State open;
    private @Nullable IOException failure;
    private boolean framed;
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    /// A mark that is to stand in front of the first line that is later than a time.
    ///
    /// @param text made of the time of that line
    record Pending(long afterNanos, LongFunction<String> text) {}

    LogAppender(LogStore store) {
        this.store = store;
    }

    /// One stream of the container.
    private static final class State {
        private final StreamType type;
        private final byte[] head = new byte[EngineTimes.LONGEST + 1];
        private int headLength;
        private boolean wantsHead = true;
        private boolean lineOpen;
        private long content;
        private boolean skipping;
        private long time = EngineTimes.NONE;
        /// How many messages had that time.
        private long count;
        /// After a connection was lost: what came before it.
        private long resumeTime = EngineTimes.NONE;
        private long resumeLeft;

        State(StreamType type) {
            this.type = type;
        }
    }

    /// The time from which the engine has to be asked again, or [EngineTimes#NONE] for everything.
    long resumeFrom() {
        long from = Long.MAX_VALUE;
        long last = EngineTimes.NONE;
        for (State state : states.values()) {
            if (state.time != EngineTimes.NONE) {
                from = Math.min(from, state.time);
                last = Math.max(last, state.time);
            }
        }
        // A stream that has been silent for long isn't asked for from its last line on.
        return last == EngineTimes.NONE ? EngineTimes.NONE : Math.max(from, last - 10_000_000_000L);
    }

    /// A new connection begins with what [#resumeFrom()] says.
    void resume() {
        for (State state : states.values()) {
            state.headLength = 0;
            state.wantsHead = true;
            state.skipping = false;
            state.resumeTime = state.time;
            state.resumeLeft = state.count;
        }
        framed = false;
    }

    /// A line that the container didn't print. A line that it began goes on behind it.
    void mark(long timeNanos, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        store.begin(StreamType.SYSTEM, timeNanos, false);
        store.append(bytes, 0, bytes.length);
        open = null;
    }

    /// Any thread, in the order of their times.
    void markLater(Pending mark) {
        pending.add(mark);
    }

    /// Puts the marks that wait for something later than they are. What the container had begun to print it won't end.
    ///
    /// @return whether there was one
    boolean putPending(long timeNanos) throws IOException {
        boolean any = false;
        for (Pending mark = pending.peek(); mark != null && mark.afterNanos() < timeNanos; mark = pending.peek()) {
            pending.remove();
            mark(mark.afterNanos(), mark.text().apply(timeNanos));
            any = true;
        }
        if (any) {
            states.values().forEach(state -> {
                state.lineOpen = false;
                state.content = 0;
            });
        }
        return any;
    }

    /// Throws what went wrong with the disk.
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void begins(StreamType type) {
        framed = true;
        State state = states.computeIfAbsent(type, State::new);
        state.wantsHead = true;
        state.headLength = 0;
    }

    @Override
    public void frame(StreamType type, byte[] buffer, int offset, int length) {
        if (failure != null) {
            return;
        }
        State state = states.computeIfAbsent(type, State::new);
        try {
            int at = offset;
            int end = offset + length;
            while (at < end) {
                at = state.wantsHead ? head(state, buffer, at, end) : content(state, buffer, at, end);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /// Gathers the time in front of a message, up to the space behind it.
    private int head(State state, byte[] buffer, int from, int end) throws IOException {
        int at = from;
        while (at < end && state.headLength < EngineTimes.LONGEST) {
            byte b = buffer[at];
            if (b == '\n') {
                break;
            }
            at++;
            state.head[state.headLength++] = b;
            if (b == ' ') {
                headEnded(state);
                return at;
            }
        }
        if (at < end) {
            headEnded(state); // no time is that long, or the line ends here
        }
        return at;
    }

    private void headEnded(State state) throws IOException {
        int length = state.headLength;
        boolean spaced = length > 0 && state.head[length - 1] == ' ';
        long time = spaced ? times.parse(state.head, 0, length - 1) : EngineTimes.NONE;
        state.wantsHead = false;
        state.headLength = 0;
        if (time == EngineTimes.NONE) {
            notATime(state, length);
            return;
        }
        count(state, time);
        if (state.skipping) {
            return;
        }
        putPending(time);
        boolean more = state.lineOpen && state.content % (framed ? PIECE : DOCKER_PIECE) == 0 && state.content > 0;
        if (!more) {
            begin(state, false);
        }
    }

    /// What stands there is output itself: the engine wrote no time, or a piece of a line ended elsewhere.
    private void notATime(State state, int length) throws IOException {
        state.skipping = false;
        if (!state.lineOpen) {
            begin(state, false);
        }
        if (length > 0) {
            write(state, state.head, 0, length);
        }
    }

    private void count(State state, long time) {
        state.skipping = false;
        if (state.resumeTime != EngineTimes.NONE) {
            if (time < state.resumeTime) {
                state.skipping = true;
                return;
            }
            if (time == state.resumeTime && state.resumeLeft > 0) {
                state.resumeLeft--;
                state.skipping = true;
                return;
            }
            state.resumeTime = EngineTimes.NONE;
        }
        state.count = time == state.time ? state.count + 1 : 1;
        state.time = time;
    }

    private void begin(State state, boolean continued) throws IOException {
        store.begin(state.type, state.time == EngineTimes.NONE ? 0 : state.time, continued);
        state.lineOpen = true;
        if (!continued) {
            state.content = 0;
        }
        open = state;
    }

    private int content(State state, byte[] buffer, int from, int end) throws IOException {
        int limit = end;
        if (!framed && !state.skipping) {
            // Without frames a time may stand after each piece.
            limit = (int) Math.min(end, from + (DOCKER_PIECE - state.content % DOCKER_PIECE));
        }
        int at = from;
        while (at < limit && buffer[at] != '\n') {
            at++;
        }
        boolean ended = at < limit;
        int stop = ended ? at + 1 : limit;
        if (state.skipping) {
            if (ended) {
                state.wantsHead = true;
            }
            return stop;
        }
        write(state, buffer, from, stop - from);
        if (ended) {
            state.lineOpen = false;
            state.wantsHead = true;
            state.content = 0;
        } else if (!framed && state.content % DOCKER_PIECE == 0) {
            state.wantsHead = true;
        }
        return stop;
    }

    private void write(State state, byte[] from, int offset, int length) throws IOException {
        if (open != state) {
            // Another stream wrote in between.
            begin(state, state.lineOpen && state.content > 0);
        }
        store.append(from, offset, length);
        state.content += length;
    }
}
