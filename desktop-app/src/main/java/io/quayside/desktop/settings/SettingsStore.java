package io.quayside.desktop.settings;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Keeps the settings in memory and, a moment after the last change, in their file.
///
/// Any thread may read and update; listeners are called on the updating thread. The file is written on a virtual thread
/// named `settings`, by one writer at a time. `lock` guards the value; `fileLock` guards the file and is never held by
/// readers.
public final class SettingsStore implements AutoCloseable {
    private static final Duration DEBOUNCE = Duration.ofMillis(400);

    private final Object lock = new Object();
    private final Object fileLock = new Object();
    private final SettingsFile file;
    private final Executor writer;
    private final Optional<Problem> loadProblem;
    private final boolean writable;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<Problem>>> problemListeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Problem> problem;
    private Map<String, Object> written;
    private Settings current;
    private Settings saved;
    private boolean writePlanned;

    /// Reads the file at once; a missing one is no problem.
    public static SettingsStore open(Path file) {
        Executor threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("settings").factory());
        return new SettingsStore(
                file,
                Clock.systemUTC(),
                CompletableFuture.delayedExecutor(DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS, threads));
    }

    /// `writer` runs the write some time later, on another thread.
    SettingsStore(Path path, Clock clock, Executor writer) {
        this.file = new SettingsFile(path, clock);
        this.writer = writer;
        SettingsFile.Loaded loaded = file.load();
        this.loadProblem = loaded.problem();
        this.problem = loadProblem;
        this.writable = loaded.writable();
        this.written = loaded.tree();
        this.current = SettingsCodec.decode(loaded.tree());
        this.saved = current;
    }

    public Settings current() {
        synchronized (lock) {
            return current;
        }
    }

    /// What was wrong with the file when it was read.
    public Optional<Problem> loadProblem() {
        return loadProblem;
    }

    /// What is wrong with the file now: that it can't be written, else what was wrong when it was read.
    public Optional<Problem> problem() {
        return problem;
    }

    /// Replaces the settings by what `change` makes of them. `change` may be called with values of other threads, so it
    /// changes only its own part.
    public void update(UnaryOperator<Settings> change) {
        Settings next;
        boolean plan;
        synchronized (lock) {
            next = change.apply(current);
            if (next.equals(current)) {
                return;
            }
            current = next;
            plan = !writePlanned && writable;
            writePlanned = writePlanned || plan;
        }
        listeners.forEach(listener -> listener.accept(next));
        if (plan) {
            writer.execute(this::write);
        }
    }

    /// Calls `listener` after every change.
    public Subscription onChange(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Calls `listener` on the writing thread when [#problem()] becomes another one, or none. That the file still can't
    /// be written is not told again.
    public Subscription onProblem(Consumer<Optional<Problem>> listener) {
        problemListeners.add(listener);
        return () -> problemListeners.remove(listener);
    }

    private void write() {
        synchronized (fileLock) {
            Settings next;
            synchronized (lock) {
                writePlanned = false;
                next = current;
            }
            if (next.equals(saved) || !writable) {
                return;
            }
            Map<String, Object> tree = SettingsCodec.encode(next, written);
            try {
                file.write(tree);
                written = tree;
                saved = next;
                problem(loadProblem);
            } catch (IOException e) {
                problem(Optional.of(file.writeProblem(e)));
            }
        }
    }

    private void problem(Optional<Problem> next) {
        if (!next.equals(problem)) {
            problem = next;
            problemListeners.forEach(listener -> listener.accept(next));
        }
    }

    /// Writes what isn't written yet. Blocks for it.
    @Override
    public void close() {
        write();
    }
}
