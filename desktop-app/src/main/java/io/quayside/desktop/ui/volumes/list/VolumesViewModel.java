package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListSegment;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.RowSelection;
import io.quayside.desktop.ui.list.ShownRows;
import io.quayside.desktop.ui.list.Ticks;
import io.quayside.engine.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of volumes: what it shows. FX thread throughout.
public final class VolumesViewModel extends ViewLifecycle {
    private static final Duration TICK = Duration.ofMinutes(1);

    private final ContainersParts parts;
    private final VolumeBook book = new VolumeBook();
    private final RowSelection<VolumeRow> selection = new RowSelection<>(book::row);
    private final ConnectionState connection;
    private final VolumeMeter meter;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<VolumeSegment> segment = new SimpleObjectProperty<>(VolumeSegment.ALL);
    private final ShownRows<VolumeRow, VolumeSort> rows =
            new ShownRows<>(book::rows, this::filter, VolumeSort::order, VolumeSort.NAME, true, this::decideState);
    private final ReadOnlyObjectWrapper<Map<VolumeSegment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ListPresence presence;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper measured = new ReadOnlyStringWrapper("");
    private Set<String> known = Set.of();
    private boolean listed;

    public VolumesViewModel(ContainersParts parts) {
        this.parts = parts;
        this.connection = new ConnectionState(parts);
        this.presence = new ListPresence(parts.fx(), connection::isWaiting);
        this.meter = new VolumeMeter(parts, this::learn);
        filterText.subscribe((before, now) -> rows.arrange());
        segment.subscribe((before, now) -> rows.arrange());
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(presence.begin());
        whileShown(Ticks.eachMinute(parts.fx(), () -> {
            book.tick(now());
            sayMeasured();
        }));
    }

    @Override
    protected void onHidden() {
        connection.hidden();
        meter.hidden();
    }

    public ReadOnlyObjectProperty<List<VolumeRow>> itemsProperty() {
        return rows.itemsProperty();
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    public ObjectProperty<VolumeSegment> segmentProperty() {
        return segment;
    }

    /// How many rows each segment has, filter aside.
    public ReadOnlyObjectProperty<Map<VolumeSegment, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return presence.stateProperty();
    }

    /// What couldn't be done, until it is dismissed.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// "Measured 1 min ago".
    public ReadOnlyStringProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    public RowSelection<VolumeRow> selection() {
        return selection;
    }

    public ConnectionState connection() {
        return connection;
    }

    /// What the list shows, in its order.
    public ShownRows<VolumeRow, VolumeSort> rows() {
        return rows;
    }

    public Optional<VolumeRow> row(String name) {
        return Optional.ofNullable(book.row(name));
    }

    /// Of all that the engine has, if they are known as they are now.
    public Optional<Set<String>> names() {
        MirrorSnapshot now = parts.session().mirror().snapshot();
        return now.volumes()
                .filter(all -> now.live())
                .map(all -> all.stream().map(Volume::name).collect(Collectors.toSet()));
    }

    /// All that the engine has, whatever the filter lets through.
    public List<VolumeLine> lines() {
        return book.rows().stream().map(VolumeRow::line).toList();
    }

    /// Bytes of all that are measured.
    public long onDisk() {
        return lines().stream().mapToLong(line -> line.size().orElse(0)).sum();
    }

    /// Whether the engine was asked about all of them.
    public boolean isMeasured() {
        return lines().stream().allMatch(VolumeLine::measured);
    }

    /// Those that no container uses, and that can go now.
    public List<VolumeLine> unused() {
        return lines().stream()
                .filter(line -> line.whyNotDelete().isEmpty())
                .sorted(Comparator.comparingLong(
                        (VolumeLine line) -> -line.size().orElse(0)))
                .toList();
    }

    /// Measures all of them again.
    public void measure() {
        meter.outdated();
        meter.ask();
        sayMeasured();
    }

    public void tell(Problem why) {
        problem.set(Optional.of(why));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public void begun(String name, String word) {
        book.begin(name, word, now());
    }

    /// If the event of what was done doesn't come, the row shows what it was before.
    public void ended(String name) {
        parts.fx().after(Duration.ofSeconds(1), () -> book.done(name, now()));
    }

    /// Whether everything that is asked for what is on screen is answered, or there is nothing to wait for.
    public boolean settled() {
        return switch (presence.state()) {
            case WAITING, LOADING, SLOW -> !connection.isWaiting();
            case EMPTY, NO_HITS, ROWS -> !meter.isMeasuring();
        };
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown()) {
            return;
        }
        connection.snapshot(snapshot);
        listed = snapshot.volumes().isPresent();
        Set<String> names = snapshot.volumes().orElse(List.of()).stream()
                .map(Volume::name)
                .collect(Collectors.toCollection(HashSet::new));
        if (!known.containsAll(names)) {
            meter.outdated();
        }
        known = names;
        if (book.update(snapshot, now())) {
            changed();
        }
        decideState();
        if (snapshot.live() && listed) {
            meter.ask();
            sayMeasured();
        }
    }

    private void changed() {
        selection.retain();
        counts.set(ListSegment.count(VolumeSegment.class, book.rows(), (each, row) -> each.has(row.line())));
        rows.changed();
    }

    private void learn(Map<String, Long> bytes, Set<String> asked) {
        book.learn(bytes, asked, now());
        changed();
        sayMeasured();
    }

    private void sayMeasured() {
        measured.set(
                meter.isMeasuring()
                        ? "Measuring…"
                        : meter.measuredAt()
                                .map(time -> {
                                    Duration ago = Duration.between(time, now());
                                    return ago.compareTo(TICK) < 0
                                            ? "Measured just now"
                                            : "Measured " + Times.age(ago) + " ago";
                                })
                                .orElse(""));
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private Predicate<VolumeRow> filter() {
        if (filterText.get().isBlank()) {
            return row -> segment.get().has(row.line());
        }
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        return row -> segment.get().has(row.line()) && matches(row.line(), words);
    }

    private static boolean matches(VolumeLine line, String[] words) {
        String all = Stream.concat(
                        Stream.of(line.title(), line.origin()),
                        Stream.concat(
                                line.usedBy().stream().map(VolumeUser::name),
                                line.volume().labels().entrySet().stream()
                                        .map(label -> label.getKey() + "=" + label.getValue())))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return Stream.of(words).allMatch(all::contains);
    }

    private void decideState() {
        presence.decide(listed, !book.rows().isEmpty(), !rows.items().isEmpty());
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
