package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.GeneralSettings;
import io.quayside.desktop.ui.containers.Asking;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.UndoableDeletes;
import io.quayside.desktop.ui.images.row.ImageBook;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Deletes images by the level of what goes: with a few seconds to undo it what can be had again, after a question what
/// was made here, not at all what containers need. FX thread.
public final class ImageDeletion {
    private final ContainersParts parts;
    private final ImageBook book;
    private final ImageActions actions;
    private final Consumer<Problem> failed;
    private final Consumer<List<String>> taken;
    private final Consumer<ImageUser> show;
    private final UndoableDeletes undoable;

    /// @param failed is told what can't be done
    /// @param taken is told which rows are not to be acted on any more
    /// @param show goes to a container
    ImageDeletion(
            ContainersParts parts,
            ImageBook book,
            ImageActions actions,
            Consumer<Problem> failed,
            Consumer<List<String>> taken,
            Consumer<ImageUser> show) {
        this.parts = parts;
        this.book = book;
        this.actions = actions;
        this.failed = failed;
        this.taken = taken;
        this.show = show;
        this.undoable = new UndoableDeletes(
                parts.fx(),
                (key, seconds) -> book.deletingIn(key, seconds, parts.clock().instant()),
                keys -> actions.delete(lines(keys)));
    }

    /// Whether deleting this row only takes a name away.
    static boolean onlyUntags(ImageLine line) {
        return line.hasOtherNames();
    }

    /// @param ask shows the question and runs the action when it is confirmed
    public void delete(List<ImageRow> rows, Asking ask) {
        List<ImageLine> ready =
                rows.stream().map(ImageRow::line).filter(ImageLine::canAct).toList();
        ImageDeletePlan plan = ImageDeletePlan.of(ready);
        if (!plan.needed().isEmpty()) {
            failed.accept(inUse(plan.needed()));
        }
        if (plan.possible().isEmpty()) {
            return;
        }
        List<String> keys =
                plan.possible().stream().map(line -> line.name().reference()).toList();
        boolean undo = parts.settings().get().general().deleting() == GeneralSettings.Deleting.UNDO;
        if (plan.canBeUndone() && undo) {
            taken.accept(keys);
            undoable.add(keys);
        } else {
            ask.ask(plan.question(), () -> {
                taken.accept(keys);
                actions.delete(lines(keys));
            });
        }
    }

    /// Takes the last deletion back.
    public void undo() {
        undoable.undoLast();
    }

    /// Takes back the deletion of one row.
    public void undo(String key) {
        undoable.undo(key);
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    private Problem inUse(List<ImageLine> needed) {
        ImageLine first = needed.getFirst();
        List<ImageUser> users = needed.stream()
                .flatMap(line -> line.usedBy().stream())
                .distinct()
                .toList();
        String title = needed.size() == 1
                ? first.title() + " is in use."
                : first.title() + " and " + (needed.size() - 1) + " more are in use.";
        List<Problem.Action> links = users.stream()
                .limit(3)
                .map(user -> new Problem.Action("Show " + user.name(), () -> show.accept(user)))
                .toList();
        return new Problem(title, ImageDeletePlan.why(users), links, Optional.empty(), List.of(), "image-in-use", true);
    }

    private List<ImageLine> lines(List<String> keys) {
        return keys.stream()
                .map(book::row)
                .filter(Objects::nonNull)
                .map(ImageRow::line)
                .toList();
    }
}
