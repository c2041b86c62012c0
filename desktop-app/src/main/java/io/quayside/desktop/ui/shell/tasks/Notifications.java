package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.AppTask.State;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one notification at the bottom right: the latest task that ended while its screen was not in view, for six
/// seconds, or a problem of the app itself, until it is closed. A newer one takes its place; one that the pointer or
/// the
/// focus rests on stays. FX thread.
public final class Notifications {
    static final Duration SHOWN_FOR = Duration.ofSeconds(6);

    private final FxThread fx;
    private final Predicate<AppTask> inView;
    private final ReadOnlyObjectWrapper<Optional<Notice>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private @Nullable Subscription timer;
    private boolean held;

    /// @param inView whether what the task worked on is in a window that the user looks at
    public Notifications(FxThread fx, Predicate<AppTask> inView) {
        this.fx = fx;
        this.inView = inView;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// A task ended. One that the user cancelled is no news.
    public void ended(AppTask task) {
        if (task.stateProperty().get() != State.CANCELLED && !inView.test(task)) {
            show(new Notice.Ended(task));
        }
    }

    /// Something is wrong that no task and no page shows.
    public void tell(Problem problem) {
        show(new Notice.Trouble(problem));
    }

    private void show(Notice notice) {
        shown.set(Optional.of(notice));
        restart();
    }

    /// The pointer or the focus rests on it, or has left it.
    public void hold(boolean hold) {
        held = hold;
        restart();
    }

    public void close() {
        stop();
        shown.set(Optional.empty());
    }

    private void restart() {
        stop();
        if (!held && shown.get().filter(Notice::passes).isPresent()) {
            timer = fx.after(SHOWN_FOR, this::close);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.close();
            timer = null;
        }
    }
}
