package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.vm.idle.MemoryReturned;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the page Resources does at once, without Apply: memory goes back to this computer, and the disk to another
/// folder. FX thread; the work is done in tasks.
public final class ResourcesActions {
    /// What is under way.
    enum Busy {
        /// Nothing.
        NONE,
        /// Memory goes back.
        MEMORY,
        /// The disk is being moved; Tasks can cancel it.
        DISK
    }

    private final MachineSettings settings;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final Consumer<Optional<Problem>> told;
    private final Runnable after;
    private final ReadOnlyObjectWrapper<Busy> busy = new ReadOnlyObjectWrapper<>(Busy.NONE);
    private final ReadOnlyStringWrapper returned = new ReadOnlyStringWrapper("");

    /// @param told is given what failed, and nothing when something new is begun
    /// @param after is run at the end of each, whatever came of it
    ResourcesActions(
            MachineSettings settings,
            Tasks tasks,
            ProblemMapper problems,
            Consumer<Optional<Problem>> told,
            Runnable after) {
        this.settings = settings;
        this.tasks = tasks;
        this.problems = problems;
        this.told = told;
        this.after = after;
    }

    ReadOnlyObjectProperty<Busy> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What went back last, before and after; empty before.
    ReadOnlyStringProperty returnedProperty() {
        return returned.getReadOnlyProperty();
    }

    void forget() {
        returned.set("");
    }

    void giveMemoryBack(Facts from) {
        begin(Busy.MEMORY, "Giving memory of " + from.name() + " back")
                .doneTitle("Gave memory of " + from.name() + " back")
                .explain(failure -> problems.map(failure, new Attempt("get memory back from", from.name())))
                .start(
                        context -> {
                            MemoryReturned result = settings.giveMemoryBack(from.name());
                            context.outcome(words(result));
                            return result;
                        },
                        result -> returned.set(words(result)));
    }

    static String words(MemoryReturned result) {
        if (result.before() <= 0 || result.after() <= 0) {
            return "Memory went back. This computer doesn’t say how much.";
        }
        return (result.bytes() == 0 ? "There was nothing to return: " : "Returned " + Sizes.of(result.bytes()) + ": ")
                + "the VM took " + Sizes.of(result.before()) + " of this computer’s memory, now "
                + Sizes.of(result.after()) + ".";
    }

    /// @param folder empty for the machine's own
    void moveDisk(Facts from, Optional<Path> folder) {
        begin(Busy.DISK, "Moving the disk of " + from.name())
                .doneTitle("Moved the disk of " + from.name())
                .explain(failure -> problems.map(failure, new Attempt("move the disk of", from.name())))
                .start(context -> {
                    context.detail(from.running() ? "Stopping the VM" : "Copying the disk");
                    Path file = settings.moveDisk(from, folder, (done, total) -> {
                        context.progress(done, total);
                        context.detail("Looked at " + Sizes.ofTotal(done, total) + " of the disk");
                    });
                    context.outcome("Now " + Folders.shown(file));
                    return file;
                });
    }

    private Tasks.Builder begin(Busy now, String title) {
        busy.set(now);
        told.accept(Optional.empty());
        return tasks.task(title)
                .kind(TaskKind.ENGINE)
                .location("settings/resources")
                .onFailure(found -> told.accept(Optional.of(found)))
                .onEnd(() -> {
                    busy.set(Busy.NONE);
                    after.run();
                });
    }
}
