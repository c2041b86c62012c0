package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.RowSelection;
import io.quayside.desktop.ui.control.ViewLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of networks: what it shows, and what is done with its rows. FX thread.
public final class NetworksViewModel extends ViewLifecycle {
    private static final Duration TICK = Duration.ofMinutes(1);

    private final ContainersParts parts;
    private final NetworkBook book = new NetworkBook();
    private final RowSelection<NetworkRow> selection =
            new RowSelection<>(book::row, NetworkRow::checkedProperty, () -> {});
    private final NetworkWork work;
    private final NetworkDeletion deletion;
    private final ConnectionState connection;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<NetworkRow>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ListState> listState = new ReadOnlyObjectWrapper<>(ListState.WAITING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MirrorSnapshot> snapshot = new ReadOnlyObjectWrapper<>(MirrorSnapshot.EMPTY);
    private NetworkSort sort = NetworkSort.NAME;
    private boolean ascending = true;
    private boolean frozen;
    private boolean waitedShortly;
    private Map<NetworkRow, Integer> places = Map.of();
    private Subscription tick = () -> {};

    /// @param show goes to a container
    public NetworksViewModel(ContainersParts parts, Consumer<String> show) {
        this.parts = parts;
        this.connection = new ConnectionState(parts);
        this.work = new NetworkWork(parts);
        this.deletion =
                new NetworkDeletion(parts, book, work, this::tell, ids -> selection.setChecked(ids, false), show);
        filterText.subscribe((before, now) -> arrange(false));
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        waitedShortly = false;
        whileShown(parts.fx().after(Duration.ofMillis(300), () -> {
            waitedShortly = true;
            decideState();
        }));
        tickLater();
        whileShown(() -> tick.close());
    }

    @Override
    protected void onHidden() {
        connection.hidden();
    }

    public ReadOnlyObjectProperty<List<NetworkRow>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return listState.getReadOnlyProperty();
    }

    /// What couldn't be done, until it is dismissed.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The engine as the list shows it.
    public ReadOnlyObjectProperty<MirrorSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public RowSelection<NetworkRow> selection() {
        return selection;
    }

    public NetworkDeletion deletion() {
        return deletion;
    }

    public NetworkWork work() {
        return work;
    }

    public ConnectionState connection() {
        return connection;
    }

    /// All networks, whatever the filter.
    public Collection<NetworkRow> all() {
        return book.rows();
    }

    public NetworkSort sort() {
        return sort;
    }

    public boolean ascending() {
        return ascending;
    }

    public void sortBy(NetworkSort next, boolean up) {
        sort = next;
        ascending = up;
        arrange(false);
    }

    /// The row of a network, by its id or its name.
    public Optional<NetworkRow> row(String idOrName) {
        return Optional.ofNullable(book.row(idOrName))
                .or(() -> book.rows().stream()
                        .filter(row -> row.line().network().name().equals(idOrName))
                        .findFirst());
    }

    /// The row the keyboard is on.
    public Optional<NetworkRow> current() {
        return selection.currentProperty().get().flatMap(this::row);
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

    public void tell(Problem why) {
        problem.set(Optional.of(why));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public boolean settled() {
        return switch (listState.get()) {
            case WAITING, LOADING, SLOW -> !connection.isWaiting();
            case EMPTY, NO_HITS, ROWS -> true;
        };
    }

    private void take(MirrorSnapshot now) {
        if (!isShown()) {
            return;
        }
        connection.snapshot(now);
        if (book.update(now, now())) {
            selection.retain();
            arrange(frozen);
        }
        snapshot.set(now);
        decideState();
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private void tickLater() {
        tick = parts.fx().after(TICK, () -> {
            book.tick(now());
            tickLater();
        });
    }

    private void arrange(boolean keepPlaces) {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<NetworkRow> rows = book.rows().stream()
                .filter(row -> matches(row.line(), words))
                .sorted(sort.rows(ascending))
                .toList();
        if (keepPlaces) {
            Map<NetworkRow, Integer> before = places;
            rows = rows.stream()
                    .sorted(Comparator.comparingInt(row -> before.getOrDefault(row, Integer.MAX_VALUE)))
                    .toList();
        }
        Map<NetworkRow, Integer> next = new HashMap<>();
        rows.forEach(row -> next.put(row, next.size()));
        places = next;
        items.set(rows);
        decideState();
    }

    private static boolean matches(NetworkLine line, String[] words) {
        String all = Stream.of(
                        Stream.of(
                                line.name(),
                                line.driver(),
                                line.subnets(),
                                line.project().orElse(""),
                                line.scope()),
                        line.members().stream()
                                .flatMap(
                                        member -> Stream.concat(Stream.of(member.name()), member.addresses().stream())))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(all::contains);
    }

    private void decideState() {
        if (snapshot.get().networks().isEmpty()) {
            listState.set(connection.isWaiting() && waitedShortly ? ListState.LOADING : ListState.WAITING);
        } else if (book.rows().isEmpty()) {
            listState.set(ListState.EMPTY);
        } else {
            listState.set(items.get().isEmpty() ? ListState.NO_HITS : ListState.ROWS);
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
