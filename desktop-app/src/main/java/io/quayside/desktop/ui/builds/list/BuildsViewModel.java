package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.containers.UndoableDeletes;
import io.quayside.desktop.ui.control.RowSelection;
import io.quayside.desktop.ui.control.ViewLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of builds: what it shows, and what is done with its rows. FX thread; builds tell of themselves on other
/// threads, which reaches this one at most five times a second.
public final class BuildsViewModel extends ViewLifecycle {
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration RUNNING_TICK = Duration.ofSeconds(1);
    private static final Duration GAP = Duration.ofMillis(200);

    private final ContainersParts parts;
    private final Builds builds;
    private final BuildBook book = new BuildBook();
    private final RowSelection<BuildRow> selection = new RowSelection<>(book::row, BuildRow::checkedProperty, () -> {});
    private final UndoableDeletes deletes;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<BuildSegment> segment = new SimpleObjectProperty<>(BuildSegment.ALL);
    private final ReadOnlyObjectWrapper<List<BuildRow>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<BuildSegment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ListState> listState = new ReadOnlyObjectWrapper<>(ListState.WAITING);
    private final AtomicBoolean asked = new AtomicBoolean();
    private BuildSort sort = BuildSort.WHEN;
    private boolean ascending;
    private boolean frozen;
    private Map<BuildRow, Integer> places = Map.of();
    private Subscription tick = () -> {};

    public BuildsViewModel(ContainersParts parts, Builds builds) {
        this.parts = parts;
        this.builds = builds;
        this.deletes = new UndoableDeletes(parts.fx(), (id, left) -> book.deletingIn(id, left, now()), ids -> {
            builds.history().delete(ids);
            selection.setChecked(ids, false);
        });
        filterText.subscribe((before, now) -> arrange(false));
        segment.subscribe((before, now) -> arrange(false));
    }

    @Override
    protected void onShown() {
        whileShown(builds.onChange(() -> {
            if (asked.compareAndSet(false, true)) {
                parts.fx().after(GAP, this::take);
            }
        }));
        take();
        tickLater();
        whileShown(() -> tick.close());
    }

    public ReadOnlyObjectProperty<List<BuildRow>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    public ObjectProperty<BuildSegment> segmentProperty() {
        return segment;
    }

    /// How many rows each segment has, filter aside.
    public ReadOnlyObjectProperty<Map<BuildSegment, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return listState.getReadOnlyProperty();
    }

    public RowSelection<BuildRow> selection() {
        return selection;
    }

    /// How many kept builds can't be read.
    public int damaged() {
        return builds.history().damaged();
    }

    public BuildSort sort() {
        return sort;
    }

    public boolean ascending() {
        return ascending;
    }

    public void sortBy(BuildSort next, boolean up) {
        sort = next;
        ascending = up;
        arrange(false);
    }

    public Optional<BuildRow> row(String id) {
        return Optional.ofNullable(book.row(id));
    }

    /// The pointer is in the table, where rows must not move away under it.
    public void freezeOrder(boolean now) {
        if (frozen != now) {
            frozen = now;
            if (!now) {
                arrange(false);
            }
        }
    }

    /// Forgets these after a few seconds. Their images stay.
    public void delete(List<BuildRow> rows) {
        List<String> ids = rows.stream()
                .filter(row -> row.line().canDelete())
                .map(BuildRow::id)
                .toList();
        if (!ids.isEmpty()) {
            deletes.add(ids);
        }
    }

    public boolean canUndo() {
        return !deletes.isEmpty();
    }

    public void undoDelete() {
        deletes.undoLast();
    }

    public void undoDelete(BuildRow row) {
        deletes.undo(row.id());
    }

    /// Those that are older than this one.
    public List<BuildRow> olderThan(BuildRow row) {
        Instant begun = row.line().build().begun();
        return book.rows().stream()
                .filter(each -> each.line().build().begun().isBefore(begun)
                        && each.line().canDelete())
                .toList();
    }

    /// Forgets these at once, which somebody was asked about.
    public void deleteNow(List<BuildRow> rows) {
        builds.history().delete(rows.stream().map(BuildRow::id).toList());
    }

    /// Builds the same again.
    public void rebuild(List<BuildRow> rows) {
        rows.forEach(row -> builds.start(row.line().build().request()));
    }

    /// Ends what is at work.
    public void cancel(List<BuildRow> rows) {
        rows.forEach(row -> builds.ofSession(row.id()).ifPresent(build -> build.cancel()));
    }

    public boolean settled() {
        return listState.get() != ListState.WAITING;
    }

    private void take() {
        asked.set(false);
        List<BuildRecord> now = builds.records();
        if (book.update(now, now())) {
            selection.retain();
            count();
            arrange(frozen);
        }
        decideState();
    }

    private void tickLater() {
        tick = parts.fx().after(book.isAnyRunning() ? RUNNING_TICK : TICK, () -> {
            take();
            tickLater();
        });
    }

    private void arrange(boolean keepPlaces) {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<BuildRow> rows = book.rows().stream()
                .filter(row -> segment.get().has(row.line()) && matches(row.line(), words))
                .sorted(sort.rows(ascending))
                .toList();
        if (keepPlaces) {
            Map<BuildRow, Integer> before = places;
            rows = rows.stream()
                    .sorted(java.util.Comparator.comparingInt(row -> before.getOrDefault(row, -1)))
                    .toList();
        }
        Map<BuildRow, Integer> next = new HashMap<>();
        rows.forEach(row -> next.put(row, next.size()));
        places = next;
        items.set(rows);
        decideState();
    }

    private static boolean matches(BuildLine line, String[] words) {
        BuildRecord build = line.build();
        String all = Stream.of(
                        String.join(" ", build.request().tags()),
                        line.folder(),
                        build.request().folder().toString(),
                        line.result(),
                        line.detail(),
                        build.words(),
                        build.engine())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .reduce("", (first, second) -> first + "\n" + second);
        return Stream.of(words).allMatch(all::contains);
    }

    private void count() {
        Map<BuildSegment, Integer> next = new EnumMap<>(BuildSegment.class);
        for (BuildSegment each : BuildSegment.values()) {
            next.put(each, (int)
                    book.rows().stream().filter(row -> each.has(row.line())).count());
        }
        counts.set(Map.copyOf(next));
    }

    private void decideState() {
        if (book.rows().isEmpty()) {
            listState.set(builds.history().isRead() ? ListState.EMPTY : ListState.WAITING);
        } else {
            listState.set(items.get().isEmpty() ? ListState.NO_HITS : ListState.ROWS);
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
