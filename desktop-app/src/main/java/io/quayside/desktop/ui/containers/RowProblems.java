package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.fix.FixActions;
import io.quayside.desktop.ui.containers.fix.ProblemFixes;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// The problems under rows: those of actions that failed, and those that the engine keeps a record of. What can be done
/// about one takes the engine and the system to find out, so a virtual thread completes each before it is shown. FX
/// thread.
public final class RowProblems {
    private final ContainersParts parts;
    private final RowBook book;
    private final ProblemFixes fixes;
    private final Consumer<ContainerRow> start;
    private final Runnable changed;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// @param start starts a container again
    /// @param changed a problem came or went
    public RowProblems(
            ContainersParts parts, RowBook book, FixActions actions, Consumer<ContainerRow> start, Runnable changed) {
        this.parts = parts;
        this.book = book;
        this.fixes = new ProblemFixes(parts, actions);
        this.start = start;
        this.changed = changed;
    }

    /// An action failed.
    public void failed(String id, Problem problem, Runnable again) {
        ContainerRow row = book.row(id);
        if (row == null) {
            return;
        }
        Container container = row.line().container();
        complete(
                List.of(container),
                each -> fixes.complete(problem, each, () -> parts.fx().run(again)),
                (each, told) -> book.failed(each.id(), told));
    }

    /// Looks for what the engine's own records say: it couldn't be started, or ran out of memory. Each end is told
    /// once.
    void find(MirrorSnapshot snapshot) {
        Map<String, Container> all = snapshot.containers().orElse(Map.of());
        if (snapshot.live()) {
            parts.session()
                    .mirror()
                    .wantFacts(all.values().stream()
                            .filter(Container::mayHideProblem)
                            .map(Container::id)
                            .toList());
        }
        known.keySet().retainAll(all.keySet());
        List<Container> fresh = new ArrayList<>();
        for (Container container : all.values()) {
            boolean wrong = !container.isUp() && (!container.run().error().isEmpty() || container.ranOutOfMemory());
            String end = wrong ? container.run().finishedAt() + container.run().error() : "";
            if (!wrong) {
                known.remove(container.id());
            } else if (!end.equals(known.put(container.id(), end)) || isForgotten(container.id())) {
                fresh.add(container);
            }
        }
        if (!fresh.isEmpty()) {
            tell(fresh);
        }
    }

    private void tell(List<Container> fresh) {
        fresh.forEach(container -> asked.add(container.id()));
        complete(fresh, each -> fixes.recorded(each, () -> again(each.id())), (each, told) -> {
            asked.remove(each.id());
            if (known.containsKey(each.id())) {
                book.found(each.id(), told);
            }
        });
    }

    /// The same for one container, which can't run: it couldn't be started.
    public void find(Container container) {
        String end = container.run().finishedAt() + container.run().error();
        if (container.isUp() || container.run().error().isEmpty()) {
            known.remove(container.id());
        } else if (!end.equals(known.put(container.id(), end)) || isForgotten(container.id())) {
            tell(List.of(container));
        }
    }

    /// An action that had nothing to do with it took it away, such as another name.
    private boolean isForgotten(String id) {
        ContainerRow row = book.row(id);
        return row != null
                && row.line().canAct()
                && book.problem(id).isEmpty()
                && !book.isDismissed(id)
                && !asked.contains(id);
    }

    void dismiss(String id) {
        book.dismiss(id);
        changed.run();
    }

    private void again(String id) {
        ContainerRow row = book.row(id);
        if (row != null) {
            start.accept(row);
        }
    }

    private void complete(
            List<Container> containers, Function<Container, Problem> words, BiConsumer<Container, Problem> show) {
        Thread.ofVirtual().name("row-problems").start(() -> {
            Map<Container, Problem> told = new HashMap<>();
            containers.forEach(container -> told.put(container, words.apply(container)));
            parts.fx().run(() -> {
                told.forEach(show);
                changed.run();
            });
        });
    }
}
