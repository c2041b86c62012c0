package io.quayside.desktop.task;

/// What running work may tell about itself. Any thread; updates are merged before they reach the window.
public interface TaskContext {
    /// Progress in the unit of the task (bytes, steps). `total` of 0 or less means unknown: the bar is a spinner.
    void progress(long done, long total);

    /// One line under the title, such as "97.6 of 157 MB" or "Step 9 of 12, RUN npm run build".
    void detail(String text);

    /// The right end of that line, such as "11.4 MB/s, about 5 s left".
    void rate(String text);

    /// The second line once the task has ended, such as "29.4 MB in 3.1 s", or "3 layers kept" after "Cancelled, ".
    void outcome(String text);

    /// Calls `close` at once when the task is cancelled, so that a blocked call ends, then interrupts the thread
    /// of the work. Returns a handle to take it back.
    ///
    /// Work that throws after a cancel counts as cancelled. Work that returns all the same was quicker and counts
    /// as done.
    Subscription onCancel(AutoCloseable close);

    /// Whether cancel was asked for; long loops without a blocking call look at it.
    boolean isCancelled();
}
