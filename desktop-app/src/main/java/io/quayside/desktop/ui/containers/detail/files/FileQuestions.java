package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.FileActionException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Questions to the engine about files. Each has a thread of its own, which ends with the tab. FX thread.
final class FileQuestions {
    /// A question, on its own thread.
    interface Question<T> {
        T ask() throws EngineException, IOException, FileActionException;
    }

    private final ContainersParts parts;
    private final Set<Thread> asking = new HashSet<>();

    FileQuestions(ContainersParts parts) {
        this.parts = parts;
    }

    boolean settled() {
        return asking.isEmpty();
    }

    /// Drops every question.
    void stop() {
        asking.forEach(Thread::interrupt);
        asking.clear();
    }

    <T> void ask(Attempt attempt, Question<T> question, Consumer<T> then, Consumer<Problem> otherwise) {
        Thread thread =
                Thread.ofVirtual().name("container-files").unstarted(() -> run(attempt, question, then, otherwise));
        asking.add(thread);
        thread.start();
    }

    private <T> void run(Attempt attempt, Question<T> question, Consumer<T> then, Consumer<Problem> otherwise) {
        Thread self = Thread.currentThread();
        try {
            T answer = question.ask();
            answered(self, () -> then.accept(answer));
        } catch (CancelledException e) {
            answered(self, () -> {});
        } catch (EngineException | IOException | FileActionException e) {
            Problem why = parts.problems().map(e, attempt);
            answered(self, () -> otherwise.accept(why));
        }
    }

    /// Answers that nobody waits for any more are dropped.
    private void answered(Thread self, Runnable then) {
        parts.fx().run(() -> {
            if (asking.remove(self)) {
                then.run();
            }
        });
    }
}
