package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Starts and stops those of some containers that it makes sense for. One alone the engine refuses by itself; among
/// many
/// they are found by asking the engine, since a row may not know yet. FX thread.
final class EngineLifecycle implements Lifecycle {
    private final RowBook book;
    private final FreshFacts facts;
    private final ContainerActions actions;
    private final ActionWatcher watcher;

    EngineLifecycle(RowBook book, FreshFacts facts, ContainerActions actions, ActionWatcher watcher) {
        this.book = book;
        this.facts = facts;
        this.actions = actions;
        this.watcher = watcher;
    }

    @Override
    public void start(List<ContainerRow> rows) {
        act(rows, "start", container -> !container.isUp(), actions::start);
    }

    @Override
    public void stop(List<ContainerRow> rows) {
        act(rows, "stop", Container::isUp, actions::stop);
    }

    @Override
    public void restart(List<ContainerRow> rows) {
        act(rows, "restart", Container::isUp, actions::restart);
    }

    private void act(
            List<ContainerRow> rows, String verb, Predicate<Container> meant, Consumer<List<ContainerRow>> action) {
        List<ContainerRow> ready =
                rows.stream().filter(row -> row.line().canAct()).toList();
        if (ready.size() < 2) {
            action.accept(ready);
            return;
        }
        facts.about(
                ready.stream().map(ContainerRow::id).toList(),
                new Attempt(verb, ready.size() + " containers"),
                found -> action.accept(found.stream()
                        .filter(meant)
                        .map(container -> book.row(container.id()))
                        .filter(Objects::nonNull)
                        .toList()),
                problem -> watcher.failed(ready.getFirst().id(), problem, () -> act(rows, verb, meant, action)));
    }
}
