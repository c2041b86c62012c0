package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The commands of a page with a list, for keys and the palette. They act on the checked rows, or on the current one.
/// FX
/// thread.
///
/// @param <R> a row
public final class RowCommands<R extends ListRow<?>> {
    private final Commands commands;
    private final String page;
    private final RowSelection<R> selection;
    private final String what;
    private final Function<R, String> name;

    /// @param page the address on which they work, and what their ids begin with
    /// @param what one of the things: "network"; an s makes it several
    /// @param name what one is called
    public RowCommands(
            Commands commands, String page, RowSelection<R> selection, String what, Function<R, String> name) {
        this.commands = commands;
        this.page = page;
        this.selection = selection;
        this.what = what;
        this.name = name;
    }

    /// A command of the page itself.
    ///
    /// @param keys "Mod+Z", or nothing
    /// @param unavailable why it can't be used now
    public void add(String id, String title, String keys, Supplier<Optional<String>> unavailable, Runnable action) {
        register(id, () -> title, keys, unavailable, action);
    }

    /// Takes the last deletion back.
    public void undo(Supplier<Boolean> possible, Runnable action) {
        add(
                "undo",
                "Undo the last deletion",
                "Mod+Z",
                () -> possible.get() ? Optional.empty() : Optional.of("Nothing was deleted in the last seconds"),
                action);
    }

    /// A command on those of the selected rows for which it is possible.
    ///
    /// @param verb "Delete", before what it is done to
    public void on(String id, String verb, String keys, Predicate<R> possible, Consumer<List<R>> action) {
        on(id, rows -> verb, keys, possible, action);
    }

    /// The same, where the verb depends on the rows.
    public void on(
            String id, Function<List<R>, String> verb, String keys, Predicate<R> possible, Consumer<List<R>> action) {
        Supplier<List<R>> targets =
                () -> selection.targets().stream().filter(possible).toList();
        register(
                id,
                () -> verb.apply(targets.get()) + " " + words(targets.get()),
                keys,
                () -> targets.get().isEmpty()
                        ? Optional.of("No row is selected for which this is possible")
                        : Optional.empty(),
                () -> action.accept(targets.get()));
    }

    /// A command on the first of those.
    public void onOne(String id, String verb, String keys, Predicate<R> possible, Consumer<R> action) {
        on(id, verb, keys, possible, rows -> action.accept(rows.getFirst()));
    }

    private String words(List<R> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected " + what;
            case 1 -> name.apply(rows.getFirst());
            default -> rows.size() + " " + what + "s";
        };
    }

    private void register(
            String id, Supplier<String> title, String keys, Supplier<Optional<String>> unavailable, Runnable action) {
        commands.register(new Command(
                page + "." + id,
                title,
                Optional.of(page),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                unavailable,
                action));
    }
}
