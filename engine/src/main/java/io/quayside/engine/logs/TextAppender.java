package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Puts text that comes in pieces into a store, line by line: text of a program that isn't a container's. What returns
/// to the start of its line, as progress bars do, begins a line of its own. One thread writes, and nobody else may
/// write
/// to the store.
public final class TextAppender {
    private static final byte[] END = {'\n'};

    private final LogStore store;
    private boolean open;
    private boolean returned;

    public TextAppender(LogStore store) {
        this.store = store;
    }

    /// Puts a piece behind what is there.
    ///
    /// @param timeNanos when it came, in nanoseconds since 1970
    /// @param prefix is asked for what stands in front of each line that begins in the piece
    public void append(long timeNanos, Supplier<String> prefix, byte[] text, int length) throws IOException {
        int from = 0;
        for (int i = 0; i < length; i++) {
            byte b = text[i];
            if (returned && b != '\n') {
                end();
            }
            if (b == '\n') {
                line(timeNanos, prefix, text, from, i - (returned && i > from ? 1 : 0));
                end();
                from = i + 1;
            } else if (b == '\r') {
                line(timeNanos, prefix, text, from, i);
                returned = true;
                from = i + 1;
                continue;
            }
            returned = false;
        }
        if (from < length) {
            line(timeNanos, prefix, text, from, length);
        }
    }

    /// Ends the line that is open, as what comes next isn't of it.
    public void end() throws IOException {
        if (open) {
            store.append(END, 0, 1);
            open = false;
        }
        returned = false;
    }

    /// What was put in so far can be read.
    public void publish() throws IOException {
        store.publish();
    }

    private void line(long timeNanos, Supplier<String> prefix, byte[] text, int from, int to) throws IOException {
        if (!open) {
            store.begin(StreamType.STDOUT, timeNanos, false);
            byte[] head = prefix.get().getBytes(StandardCharsets.UTF_8);
            store.append(head, 0, head.length);
            open = true;
        }
        store.append(text, from, Math.max(0, to - from));
    }
}
