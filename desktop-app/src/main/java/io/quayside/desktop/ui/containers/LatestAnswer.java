package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.FxThread;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks on a thread of its own, and hands over only the answer to the last question. FX thread.
public final class LatestAnswer {
    private final FxThread fx;
    private final String thread;
    private @Nullable Thread asking;

    /// @param thread what the thread of each question is called
    public LatestAnswer(FxThread fx, String thread) {
        this.fx = fx;
        this.thread = thread;
    }

    /// Drops the question before.
    ///
    /// @param question runs on its own thread, which is interrupted when nobody waits for the answer any more
    /// @param then runs on the FX thread
    public <T> void ask(Supplier<T> question, Consumer<T> then) {
        stop();
        asking = Thread.ofVirtual().name(thread).start(() -> answer(question, then));
    }

    /// Drops the question that waits for its answer.
    public void stop() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    /// Whether a question waits for its answer.
    public boolean isWaiting() {
        return asking != null;
    }

    private <T> void answer(Supplier<T> question, Consumer<T> then) {
        Thread self = Thread.currentThread();
        T answer = question.get();
        fx.run(() -> {
            if (self.equals(asking)) {
                asking = null;
                then.accept(answer);
            }
        });
    }
}
