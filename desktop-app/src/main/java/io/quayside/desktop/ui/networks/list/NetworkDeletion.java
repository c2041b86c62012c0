package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.GeneralSettings;
import io.quayside.desktop.ui.containers.Asking;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.UndoableDeletes;
import io.quayside.desktop.ui.control.Confirmation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Deletes networks by the level of what goes: with a few seconds to undo it what nobody uses, after a question what
/// stopped containers come back to, not at all what running containers are in. FX thread.
public final class NetworkDeletion {
    private static final int NAMED = 3;

    private final ContainersParts parts;
    private final NetworkBook book;
    private final NetworkWork work;
    private final Consumer<Problem> failed;
    private final Consumer<List<String>> taken;
    private final Consumer<String> show;
    private final UndoableDeletes undoable;

    /// @param failed is told what can't be done
    /// @param taken is told which rows are not to be acted on any more
    /// @param show goes to a container
    NetworkDeletion(
            ContainersParts parts,
            NetworkBook book,
            NetworkWork work,
            Consumer<Problem> failed,
            Consumer<List<String>> taken,
            Consumer<String> show) {
        this.parts = parts;
        this.book = book;
        this.work = work;
        this.failed = failed;
        this.taken = taken;
        this.show = show;
        this.undoable = new UndoableDeletes(
                parts.fx(),
                (id, seconds) -> book.deletingIn(id, seconds, parts.clock().instant()),
                ids -> ids.stream().flatMap(id -> line(id).stream()).forEach(line -> go(line, List.of())));
    }

    /// @param ask shows the question and runs the action when it is confirmed
    public void delete(List<NetworkRow> rows, Asking ask) {
        List<NetworkLine> ready = rows.stream()
                .map(NetworkRow::line)
                .filter(line -> line.notDeletable().isEmpty())
                .toList();
        List<NetworkLine> used =
                ready.stream().filter(line -> !line.running().isEmpty()).toList();
        List<NetworkLine> free =
                ready.stream().filter(line -> line.running().isEmpty()).toList();
        if (!used.isEmpty()) {
            failed.accept(inUse(used, ask));
        }
        if (free.isEmpty()) {
            return;
        }
        List<String> ids = free.stream().map(NetworkLine::id).toList();
        boolean undo = parts.settings().get().general().deleting() == GeneralSettings.Deleting.UNDO;
        if (undo && free.stream().allMatch(line -> line.members().isEmpty())) {
            taken.accept(ids);
            undoable.add(ids);
        } else {
            ask.ask(question(free), () -> {
                taken.accept(ids);
                free.forEach(line -> go(line, List.of()));
            });
        }
    }

    /// Those that no container is in, running or not.
    public List<NetworkLine> unused() {
        return book.rows().stream()
                .map(NetworkRow::line)
                .filter(line -> line.notDeletable().isEmpty() && line.members().isEmpty())
                .toList();
    }

    /// Asks about all of them, and deletes exactly those that were named.
    public void prune(Asking ask) {
        List<NetworkLine> all = unused();
        ask.ask(
                new Confirmation(
                        "Delete " + networks(all.size()) + " that no container is in?",
                        "Networks of stopped containers stay, so that they can be started again.",
                        all.stream().map(NetworkDeletion::line).toList(),
                        "Delete " + networks(all.size()),
                        Optional.empty()),
                () -> {
                    taken.accept(all.stream().map(NetworkLine::id).toList());
                    all.forEach(line -> go(line, List.of()));
                });
    }

    /// Takes the last deletion back.
    public void undo() {
        undoable.undoLast();
    }

    /// Takes back the deletion of one row.
    public void undo(String id) {
        undoable.undo(id);
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    private void go(NetworkLine line, List<NetworkMember> first) {
        book.begin(line.id(), "Deleting", parts.clock().instant());
        work.delete(
                line,
                first,
                () -> parts.fx()
                        .after(
                                Duration.ofSeconds(1),
                                () -> book.done(line.id(), parts.clock().instant())),
                failed);
    }

    private Optional<NetworkLine> line(String id) {
        return Optional.ofNullable(book.row(id)).map(NetworkRow::line);
    }

    private static Confirmation.Line line(NetworkLine line) {
        return new Confirmation.Line(line.name(), line.driver() + ", " + line.subnets());
    }

    private static Confirmation question(List<NetworkLine> free) {
        List<String> users = free.stream()
                .flatMap(line -> line.members().stream())
                .map(NetworkMember::name)
                .distinct()
                .toList();
        String title = free.size() == 1 ? "network " + free.getFirst().name() : networks(free.size());
        String text = users.isEmpty()
                ? "No container is in " + (free.size() == 1 ? "it." : "them.")
                : names(users) + (users.size() == 1 ? " comes" : " come")
                        + " back to it when started, and can’t be started without it.";
        return new Confirmation(
                "Delete " + title + "?",
                text,
                free.stream().map(NetworkDeletion::line).toList(),
                "Delete " + title,
                Optional.empty());
    }

    private Problem inUse(List<NetworkLine> used, Asking ask) {
        List<NetworkMember> users = used.stream()
                .flatMap(line -> line.running().stream())
                .distinct()
                .toList();
        NetworkLine first = used.getFirst();
        String title = used.size() == 1
                ? first.name() + " is in use by "
                        + names(users.stream().map(NetworkMember::name).toList()) + "."
                : first.name() + " and " + (used.size() - 1) + " more are in use.";
        Stream<Problem.Action> links = users.stream()
                .limit(NAMED)
                .map(user -> new Problem.Action("Show " + user.name(), () -> show.accept(user.id())));
        List<Problem.Action> actions = new ArrayList<>(links.toList());
        if (used.size() == 1) {
            actions.add(new Problem.Action("Disconnect and delete…", () -> askDisconnect(first, ask)));
        }
        return new Problem(
                title,
                users.size() == 1 ? "It runs and is connected to it." : "They run and are connected to it.",
                actions,
                Optional.empty(),
                List.of(),
                "network-in-use",
                true);
    }

    private void askDisconnect(NetworkLine before, Asking ask) {
        NetworkLine now = line(before.id()).orElse(before);
        List<NetworkMember> all = now.members();
        String count = all.size() == 1 ? "1 container" : all.size() + " containers";
        ask.ask(
                new Confirmation(
                        "Disconnect " + count + " and delete " + now.name() + "?",
                        "They go on running, and don’t reach each other through it any more.",
                        all.stream()
                                .map(member -> new Confirmation.Line(
                                        member.name(), member.status().word()))
                                .toList(),
                        "Disconnect and delete",
                        Optional.empty()),
                () -> {
                    taken.accept(List.of(now.id()));
                    go(now, all);
                });
    }

    private static String names(List<String> all) {
        String some = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? some + " and " + (all.size() - NAMED) + " more" : some;
    }

    private static String networks(int count) {
        return count == 1 ? "1 network" : count + " networks";
    }
}
