package io.quayside.desktop.task;

/// What running work may tell about itself. Any thread; updates are merged before they reach the window.
public interface TaskContext {
    /// Progress in the unit of the task (bytes, steps). `total` of 0 or less means unknown: the bar is a spinner.
    void progress(long done, long total);

    /// One line under the title, such as "97.6 of 157 MB" or "Step 9 of 12, RUN npm run build".
    void detail(String text);

    /// The right end of that line, such as "11.4 MB/s, about 5 s left".
    void rate(String text);

    /// Calls `close` at once when the task is cancelled, so that a blocked call ends. Returns a handle to take it back.
    Subscription onCancel(AutoCloseable close);

    /// Whether cancel was asked for; long loops without a blocking call look at it.
    boolean isCancelled();
}
