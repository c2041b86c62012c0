package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.RowSelection;
import io.quayside.desktop.ui.list.ShownRows;
import io.quayside.desktop.ui.list.Ticks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of networks: what it shows, and what is done with its rows. FX thread.
public final class NetworksViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final NetworkBook book = new NetworkBook();
    private final RowSelection<NetworkRow> selection = new RowSelection<>(book::row);
    private final NetworkWork work;
    private final NetworkDeletion deletion;
    private final ConnectionState connection;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ShownRows<NetworkRow, NetworkSort> rows =
            new ShownRows<>(book::rows, this::filter, NetworkSort::order, NetworkSort.NAME, true, this::decideState);
    private final ListPresence presence;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MirrorSnapshot> snapshot = new ReadOnlyObjectWrapper<>(MirrorSnapshot.EMPTY);

    /// @param show goes to a container
    public NetworksViewModel(ContainersParts parts, Consumer<String> show) {
        this.parts = parts;
        this.connection = new ConnectionState(parts);
        this.presence = new ListPresence(parts.fx(), connection::isWaiting);
        this.work = new NetworkWork(parts);
        this.deletion =
                new NetworkDeletion(parts, book, work, this::tell, ids -> selection.setChecked(ids, false), show);
        filterText.subscribe((before, now) -> rows.arrange());
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(presence.begin());
        whileShown(Ticks.eachMinute(parts.fx(), () -> book.tick(now())));
    }

    @Override
    protected void onHidden() {
        connection.hidden();
    }

    public ReadOnlyObjectProperty<List<NetworkRow>> itemsProperty() {
        return rows.itemsProperty();
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return presence.stateProperty();
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

    /// What the list shows, in its order.
    public ShownRows<NetworkRow, NetworkSort> rows() {
        return rows;
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
        return selection.current();
    }

    public void tell(Problem why) {
        problem.set(Optional.of(why));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public boolean settled() {
        return switch (presence.state()) {
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
            rows.changed();
        }
        snapshot.set(now);
        decideState();
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private Predicate<NetworkRow> filter() {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        return row -> matches(row.line(), words);
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
        presence.decide(
                snapshot.get().networks().isPresent(),
                !book.rows().isEmpty(),
                !rows.items().isEmpty());
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
