package io.quayside.vm.lifecycle;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What to take back when a sequence of steps doesn't reach its end: the last step first. For one thread.
final class UndoStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UndoStack.class);

    private final Deque<Undo> undos = new ArrayDeque<>();

    /// Takes a step back.
    interface Undo {
        void run() throws IOException;
    }

    void push(Undo undo) {
        undos.push(undo);
    }

    /// The sequence reached its end: nothing is taken back.
    void keep() {
        undos.clear();
    }

    /// Takes everything back that was not kept. A step that can't be taken back doesn't keep the others.
    @Override
    public void close() {
        while (!undos.isEmpty()) {
            try {
                undos.pop().run();
            } catch (IOException e) {
                LOG.warn("A step could not be taken back", e);
            }
        }
    }
}
