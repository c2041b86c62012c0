package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.UndoableDeletes;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListSegment;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.RowSelection;
import io.quayside.desktop.ui.list.ShownRows;
import io.quayside.desktop.ui.list.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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
    private final RowSelection<BuildRow> selection = new RowSelection<>(book::row);
    private final UndoableDeletes deletes;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<BuildSegment> segment = new SimpleObjectProperty<>(BuildSegment.ALL);
    private final ShownRows<BuildRow, BuildSort> rows =
            new ShownRows<>(book::rows, this::filter, BuildSort::order, BuildSort.WHEN, false, this::decideState);
    private final ReadOnlyObjectWrapper<Map<BuildSegment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ListPresence presence;
    private final AtomicBoolean asked = new AtomicBoolean();

    public BuildsViewModel(ContainersParts parts, Builds builds) {
        this.parts = parts;
        this.builds = builds;
        this.deletes = new UndoableDeletes(parts.fx(), (id, left) -> book.deletingIn(id, left, now()), ids -> {
            builds.history().delete(ids);
            selection.setChecked(ids, false);
        });
        this.presence = new ListPresence(parts.fx(), () -> false);
        filterText.subscribe((before, now) -> rows.arrange());
        segment.subscribe((before, now) -> rows.arrange());
    }

    @Override
    protected void onShown() {
        whileShown(builds.onChange(() -> {
            if (asked.compareAndSet(false, true)) {
                parts.fx().after(GAP, this::take);
            }
        }));
        take();
        whileShown(Ticks.each(parts.fx(), () -> book.isAnyRunning() ? RUNNING_TICK : TICK, this::take));
    }

    public ReadOnlyObjectProperty<List<BuildRow>> itemsProperty() {
        return rows.itemsProperty();
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
        return presence.stateProperty();
    }

    public RowSelection<BuildRow> selection() {
        return selection;
    }

    /// How many kept builds can't be read.
    public int damaged() {
        return builds.history().damaged();
    }

    /// What the list shows, in its order.
    public ShownRows<BuildRow, BuildSort> rows() {
        return rows;
    }

    public Optional<BuildRow> row(String id) {
        return Optional.ofNullable(book.row(id));
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
        return presence.state() != ListState.WAITING;
    }

    private void take() {
        asked.set(false);
        List<BuildRecord> now = builds.records();
        if (book.update(now, now())) {
            selection.retain();
            counts.set(ListSegment.count(BuildSegment.class, book.rows(), (each, row) -> each.has(row.line())));
            rows.changed();
        }
        decideState();
    }

    private Predicate<BuildRow> filter() {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        return row -> segment.get().has(row.line()) && matches(row.line(), words);
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

    private void decideState() {
        boolean any = !book.rows().isEmpty();
        presence.decide(any || builds.history().isRead(), any, !rows.items().isEmpty());
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
