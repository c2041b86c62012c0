package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;

/// What a notification tells.
public sealed interface Notice {
    /// A task ended; Tasks keeps it.
    record Ended(AppTask task) implements Notice {}

    /// A problem of the app itself. Its first action is the notification's button.
    record Trouble(Problem problem) implements Notice {}

    /// Whether it goes by itself after a while. A problem that stands nowhere in view waits until it is read.
    default boolean passes() {
        return this instanceof Ended;
    }
}
