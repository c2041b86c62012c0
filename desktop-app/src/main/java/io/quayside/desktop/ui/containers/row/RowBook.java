package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// All container rows by id, kept in step with the last snapshot and with what goes on here: actions under way,
/// deletions
/// that can be undone, problems. FX thread.
public final class RowBook {
    private final Map<String, ContainerRow> rows = new LinkedHashMap<>();
    private final Map<String, Container> painted = new HashMap<>();
    private final Map<String, String> busy = new HashMap<>();
    private final Map<String, Integer> deleting = new HashMap<>();
    private final Map<String, ProblemRow> problems = new HashMap<>();
    private final Set<String> dismissed = new HashSet<>();
    private final IntPredicate isWeb;
    private boolean live;
    private Instant asOf = Instant.EPOCH;

    /// @param isWeb whether a port of this computer was found to speak HTTP
    public RowBook(IntPredicate isWeb) {
        this.isWeb = isWeb;
    }

    public Collection<ContainerRow> rows() {
        return rows.values();
    }

    public @Nullable ContainerRow row(String id) {
        return rows.get(id);
    }

    /// The name a container's row shows, or nothing.
    public String rowName(String id) {
        ContainerRow row = rows.get(id);
        return row == null ? "" : row.line().name();
    }

    public Optional<ProblemRow> problem(String id) {
        return Optional.ofNullable(problems.get(id));
    }

    /// What a snapshot changed.
    public enum Change {
        NONE,
        /// What only an inspection tells, of containers without a problem before and after: rows keep their places.
        FACTS,
        /// Rows came, went, or changed so that the list has to be arranged anew.
        LIST
    }

    /// Takes a snapshot.
    public Change update(MirrorSnapshot snapshot, Instant now) {
        Map<String, Container> containers = snapshot.containers().orElse(Map.of());
        boolean all = live != snapshot.live();
        Change change = all ? Change.LIST : Change.NONE;
        live = snapshot.live();
        asOf = snapshot.asOf();
        if (rows.keySet().removeIf(id -> !containers.containsKey(id))) {
            change = Change.LIST;
            forget(containers.keySet());
        }
        for (Container container : containers.values()) {
            Container before = painted.get(container.id());
            if (all || !container.equals(before)) {
                boolean placed = before != null && before.isListedLike(container);
                change = placed && change != Change.LIST ? Change.FACTS : Change.LIST;
                changed(container);
                paint(container, now);
            }
        }
        return change;
    }

    /// Says the times anew.
    public void tick(Instant now) {
        if (live) {
            rows.values().forEach(row -> paint(row.line().container(), now));
        }
    }

    /// An action on a container began; its word shows until [#done].
    public void begin(String id, String word, Instant now) {
        busy.put(id, word);
        dropProblem(id);
        repaint(id, now);
    }

    /// An action ended, or the event of what it did has come.
    public void done(String id, Instant now) {
        if (busy.remove(id) != null) {
            repaint(id, now);
        }
    }

    /// An action failed.
    public void failed(String id, Problem problem) {
        problems.put(id, new ProblemRow(id, problem, true));
    }

    /// The engine's own record of the container says that something is wrong. What an action said about it stays.
    public void found(String id, Problem problem) {
        boolean newer = !problems.containsKey(id) || !problems.get(id).fromAction();
        if (newer && !dismissed.contains(id + problem.code())) {
            problems.put(id, new ProblemRow(id, problem, false));
        }
    }

    /// The user doesn't want to see the problem any more.
    public void dismiss(String id) {
        ProblemRow row = problems.remove(id);
        if (row != null) {
            dismissed.add(id + row.problem().code());
        }
    }

    public boolean isDismissed(String id) {
        return dismissed.stream().anyMatch(key -> key.startsWith(id));
    }

    /// The seconds until a deletion; empty when it was undone.
    public void deletingIn(String id, Optional<Integer> seconds, Instant now) {
        if (seconds.isPresent()) {
            deleting.put(id, seconds.get());
        } else {
            deleting.remove(id);
        }
        repaint(id, now);
    }

    private void dropProblem(String id) {
        problems.remove(id);
        dismissed.removeIf(key -> key.startsWith(id));
    }

    private void forget(Set<String> present) {
        painted.keySet().retainAll(present);
        busy.keySet().retainAll(present);
        deleting.keySet().retainAll(present);
        problems.keySet().retainAll(present);
    }

    /// What an event about a container means for what was going on: the action has arrived, a start ends a problem.
    private void changed(Container container) {
        Container before = painted.get(container.id());
        if (before != null && before.state() != container.state()) {
            busy.remove(container.id());
            if (container.isUp()) {
                dropProblem(container.id());
            }
        }
    }

    private void repaint(String id, Instant now) {
        ContainerRow row = rows.get(id);
        if (row != null) {
            paint(row.line().container(), now);
        }
    }

    private void paint(Container container, Instant now) {
        painted.put(container.id(), container);
        ContainerLine line = line(container, now);
        ContainerRow row = rows.get(container.id());
        if (row == null) {
            rows.put(container.id(), new ContainerRow(container.id(), line));
        } else {
            row.show(line);
            if (!live || !container.isUp()) {
                row.setFigures(FigureLine.NONE);
            }
        }
    }

    private ContainerLine line(Container container, Instant now) {
        String id = container.id();
        return ContainerLine.of(container, live, asOf, now, isWeb)
                .with(Optional.ofNullable(busy.get(id)), Optional.ofNullable(deleting.get(id)));
    }
}
