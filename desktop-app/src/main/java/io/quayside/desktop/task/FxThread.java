package io.quayside.desktop.task;

import java.time.Duration;

/// The only way onto the JavaFX application thread. One implementation uses the toolkit, one runs everything inline for
/// tests of view models.
///
/// Work handed over must only paint or set properties: no I/O, no waiting.
public interface FxThread {
    /// Runs `work` on the FX thread: at once when already there, else as soon as the thread is free. In order of calls.
    void run(Runnable work);

    /// Runs `work` on the FX thread after `delay` unless the returned handle is closed first.
    Subscription after(Duration delay, Runnable work);

    /// Whether the calling thread is the FX thread.
    boolean isCurrent();
}
