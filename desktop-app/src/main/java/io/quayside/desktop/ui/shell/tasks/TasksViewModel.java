package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.AppTask.State;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The tasks of this session, sorted into the three parts of the popover, newest first in each. FX thread.
public final class TasksViewModel {
    private final Tasks tasks;
    private final Navigator navigator;
    private final ObservableList<AppTask> running = FXCollections.observableArrayList();
    private final ObservableList<AppTask> failed = FXCollections.observableArrayList();
    private final ObservableList<AppTask> finished = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper runningCount = new ReadOnlyIntegerWrapper(this, "runningCount");
    private final ReadOnlyObjectWrapper<Optional<AppTask>> newest =
            new ReadOnlyObjectWrapper<>(this, "newest", Optional.empty());
    private final Set<AppTask> seenRunning = new HashSet<>();
    private final Consumer<AppTask> onEnded;

    /// @param onEnded is told of every task that ends, once
    public TasksViewModel(Tasks tasks, Navigator navigator, Consumer<AppTask> onEnded) {
        this.tasks = tasks;
        this.navigator = navigator;
        this.onEnded = onEnded;
        tasks.shown().addListener((ListChangeListener<AppTask>) change -> sort());
        sort();
    }

    private void sort() {
        List<AppTask> all = List.copyOf(tasks.shown());
        replace(running, all, Set.of(State.RUNNING));
        replace(failed, all, Set.of(State.FAILED));
        replace(finished, all, Set.of(State.SUCCEEDED, State.CANCELLED));
        runningCount.set(running.size());
        newest.set(running.stream().findFirst());
        tellEnded(all);
    }

    private static void replace(ObservableList<AppTask> part, List<AppTask> all, Set<State> states) {
        List<AppTask> now = all.stream()
                .filter(task -> states.contains(task.stateProperty().get()))
                .toList();
        if (!part.equals(now)) {
            part.setAll(now);
        }
    }

    /// A brief task that failed at once was never seen running, but its end is news all the same.
    private void tellEnded(List<AppTask> all) {
        for (AppTask task : all) {
            State state = task.stateProperty().get();
            if (state == State.RUNNING) {
                seenRunning.add(task);
            } else if (seenRunning.remove(task) || isNewFailure(task)) {
                onEnded.accept(task);
            }
        }
        told.retainAll(all);
        seenRunning.retainAll(all);
    }

    private final Set<AppTask> told = new HashSet<>();

    private boolean isNewFailure(AppTask task) {
        return task.stateProperty().get() == State.FAILED && task.isBrief() && told.add(task);
    }

    public ObservableList<AppTask> running() {
        return running;
    }

    public ObservableList<AppTask> failed() {
        return failed;
    }

    /// Done and cancelled.
    public ObservableList<AppTask> finished() {
        return finished;
    }

    public ReadOnlyIntegerProperty runningCountProperty() {
        return runningCount.getReadOnlyProperty();
    }

    /// The task of the status bar: the newest that runs.
    public ReadOnlyObjectProperty<Optional<AppTask>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// "3 running", or what else there is.
    public String summary() {
        if (!running.isEmpty()) {
            return running.size() + " running";
        }
        return failed.isEmpty() ? "None running" : failed.size() + " failed";
    }

    /// Whether the row of a task leads somewhere.
    public boolean canOpen(AppTask task) {
        return screen(task).isPresent();
    }

    private Optional<Location> screen(AppTask task) {
        return task.location().map(Location::parse).filter(navigator::knows);
    }

    /// Whether what the task worked on is in the window now: the same page, and the same object if it names one.
    public boolean isInView(AppTask task) {
        Location now = navigator.currentProperty().get();
        return screen(task)
                .filter(screen -> screen.page().equals(now.page()) && startsWith(now.rest(), screen.rest()))
                .isPresent();
    }

    private static boolean startsWith(List<String> all, List<String> start) {
        return all.size() >= start.size() && all.subList(0, start.size()).equals(start);
    }

    /// Goes to the screen of a task. A failed one has been seen then, and goes from the list.
    public void open(AppTask task) {
        screen(task).ifPresent(navigator::go);
        if (task.stateProperty().get() == State.FAILED) {
            tasks.dismiss(task);
        }
    }

    /// Takes the one next step of a result.
    public void takeNextStep(AppTask task) {
        Optional<AppTask.NextStep> next = task.next();
        if (next.isPresent()) {
            next.get().run().run();
        }
    }

    public void dismiss(AppTask task) {
        tasks.dismiss(task);
    }

    public void clearFinished() {
        tasks.clearFinished();
    }
}
