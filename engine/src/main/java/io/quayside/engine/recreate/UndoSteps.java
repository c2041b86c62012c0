package io.quayside.engine.recreate;

import io.quayside.engine.error.EngineException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Steps that are taken back, last first, unless all of them went well. For one thread.
final class UndoSteps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UndoSteps.class);

    @FunctionalInterface
    interface Step {
        void run() throws EngineException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    /// Takes a step that `back` undoes.
    void take(Step step, Step back) throws EngineException {
        step.run();
        steps.push(back);
    }

    /// Undoes one more thing that has happened.
    void add(Step back) {
        steps.push(back);
    }

    /// All went well: nothing is taken back.
    void keep() {
        steps.clear();
    }

    /// Also after a cancel, whose interrupt must not end this.
    @Override
    public void close() {
        boolean interrupted = !steps.isEmpty() && Thread.interrupted();
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (EngineException e) {
                LOG.error("A step of making a container again can't be taken back", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
