package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.compose.KeptProject;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.RowSelection;
import io.quayside.desktop.ui.list.ShownRows;
import io.quayside.desktop.ui.list.Ticks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of projects: those whose containers are in the engine, and those whose files were opened here. FX thread.
public final class ProjectsViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final ComposeParts compose;
    private final ConnectionState connection;
    private final Map<String, ProjectRow> book = new HashMap<>();
    private final RowSelection<ProjectRow> selection = new RowSelection<>(book::get);
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ShownRows<ProjectRow, ProjectSort> rows =
            new ShownRows<>(book::values, this::filter, ProjectSort::order, ProjectSort.NAME, true, this::decideState);
    private final ListPresence presence;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private MirrorSnapshot snapshot = MirrorSnapshot.EMPTY;
    private List<KeptProject> kept = List.of();

    public ProjectsViewModel(ComposeParts compose) {
        this.compose = compose;
        this.parts = compose.parts();
        this.connection = new ConnectionState(parts);
        this.presence = new ListPresence(parts.fx(), connection::isWaiting);
        filterText.subscribe((before, now) -> rows.arrange());
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(compose.runs().kept().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(compose.runs().onChange(ignored -> parts.fx().run(this::update)));
        whileShown(presence.begin());
        whileShown(Ticks.eachMinute(parts.fx(), this::update));
    }

    @Override
    protected void onHidden() {
        connection.hidden();
    }

    public ReadOnlyObjectProperty<List<ProjectRow>> itemsProperty() {
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

    public ConnectionState connection() {
        return connection;
    }

    public RowSelection<ProjectRow> selection() {
        return selection;
    }

    /// What the list shows, in its order.
    public ShownRows<ProjectRow, ProjectSort> rows() {
        return rows;
    }

    /// All projects, whatever the filter.
    public int count() {
        return book.size();
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
        if (isShown()) {
            connection.snapshot(now);
            snapshot = now;
            update();
        }
    }

    private void take(List<KeptProject> now) {
        kept = now;
        update();
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private void update() {
        Instant now = parts.clock().instant();
        Map<String, ProjectRow> before = new HashMap<>(book);
        book.clear();
        for (Project project : Project.all(snapshot, kept)) {
            ProjectLine line = ProjectLine.of(project, compose.runs().of(project.name()), snapshot.live(), now);
            ProjectRow row = Optional.ofNullable(before.get(project.name())).orElseGet(() -> new ProjectRow(line));
            row.show(line);
            book.put(project.name(), row);
        }
        selection.retain();
        rows.changed();
    }

    private void decideState() {
        presence.decide(
                !snapshot.isUnknown() || !book.isEmpty(),
                !book.isEmpty(),
                !rows.items().isEmpty());
    }

    private Predicate<ProjectRow> filter() {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        return row -> matches(row.line(), words);
    }

    private static boolean matches(ProjectLine line, String[] words) {
        String all = (line.title() + "\n" + line.path() + "\n" + line.status()).toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(all::contains);
    }
}
