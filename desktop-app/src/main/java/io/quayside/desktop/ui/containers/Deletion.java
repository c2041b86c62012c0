package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.GeneralSettings;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.control.Confirmation;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Deletes what can be made again after a few seconds in which it can be undone; anything else is asked about first.
/// Which of the two it is, the engine says at that moment. FX thread.
public final class Deletion {
    private final ContainersParts parts;
    private final RowBook book;
    private final FreshFacts facts;
    private final ContainerActions actions;
    private final VolumeSizes volumes;
    private final UndoableDeletes undoable;
    private final BiConsumer<String, Problem> failed;
    private final Consumer<List<String>> taken;

    /// @param failed the engine didn't answer
    /// @param taken these are being deleted
    Deletion(
            ContainersParts parts,
            RowBook book,
            FreshFacts facts,
            ContainerActions actions,
            BiConsumer<String, Problem> failed,
            Consumer<List<String>> taken) {
        this.parts = parts;
        this.book = book;
        this.facts = facts;
        this.volumes = new VolumeSizes(parts);
        this.actions = actions;
        this.failed = failed;
        this.taken = taken;
        this.undoable = new UndoableDeletes(
                parts.fx(),
                (id, seconds) -> book.deletingIn(id, seconds, parts.clock().instant()),
                ids -> actions.deleteStopped(rows(ids)));
    }

    /// @param ask shows the question and runs the action when it is confirmed
    public void delete(List<ContainerRow> rows, Asking ask) {
        List<ContainerRow> ready =
                rows.stream().filter(row -> row.line().canAct()).toList();
        if (ready.isEmpty()) {
            return;
        }
        String what = ready.size() == 1 ? ready.getFirst().line().name() : ready.size() + " containers";
        facts.about(
                ready.stream().map(ContainerRow::id).toList(),
                new Attempt("delete", what),
                found -> decide(found, ask),
                problem -> failed.accept(ready.getFirst().id(), problem));
    }

    /// Deletes one container after a question, then does what it was in the way of.
    void deleteThen(ContainerRow row, Asking ask, Runnable then) {
        facts.about(
                List.of(row.id()),
                new Attempt("delete", row.line().name()),
                found -> found.forEach(
                        container -> ask.ask(question(DeletePlan.of(found)), () -> actions.delete(row, then))),
                problem -> failed.accept(row.id(), problem));
    }

    private void decide(List<Container> found, Asking ask) {
        List<Container> still =
                found.stream().filter(container -> canGo(container.id())).toList();
        if (still.isEmpty()) {
            return;
        }
        DeletePlan plan = DeletePlan.of(still);
        List<String> ids = still.stream().map(Container::id).toList();
        boolean undo = parts.settings().get().general().deleting() == GeneralSettings.Deleting.UNDO;
        if (plan.canBeUndone() && undo) {
            taken.accept(ids);
            undoable.add(ids);
        } else {
            ask.ask(question(plan), () -> {
                taken.accept(ids);
                actions.delete(rows(ids));
            });
        }
    }

    /// The question doesn't wait for the sizes of volumes; it says them when they come.
    private Confirmation question(DeletePlan plan) {
        Confirmation now = plan.question();
        if (plan.anonymousVolumes().isEmpty()) {
            return now;
        }
        ObjectProperty<Confirmation> later = new SimpleObjectProperty<>(now);
        volumes.measure(sizes -> later.set(plan.question(sizes)));
        return now.withLater(later);
    }

    /// Takes the last deletion back.
    public void undo() {
        undoable.undoLast();
    }

    /// Takes back the deletion of one container.
    public void undo(String id) {
        undoable.undo(id);
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    private boolean canGo(String id) {
        ContainerRow row = book.row(id);
        return row != null && row.line().canAct();
    }

    private List<ContainerRow> rows(List<String> ids) {
        return ids.stream().map(book::row).filter(Objects::nonNull).toList();
    }
}
