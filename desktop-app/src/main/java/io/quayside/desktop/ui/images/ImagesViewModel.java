package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.images.filter.ImageFilter;
import io.quayside.desktop.ui.images.row.ImageArranger;
import io.quayside.desktop.ui.images.row.ImageBook;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.images.row.ImageSort;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListSegment;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.RowSelection;
import io.quayside.desktop.ui.list.ShownRows;
import io.quayside.desktop.ui.list.Ticks;
import io.quayside.engine.model.ImageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Everything the Images page shows and does. FX thread throughout.
public final class ImagesViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final ImageBook book;
    private final ImageArranger arranger = new ImageArranger();
    private final RowSelection<ImageRow> selection;
    private final ShownRows<ImageRow, ImageSort> rows;
    private final ListPresence presence;
    private final UpdateChecks updates;
    private final ImageFacts facts;
    private final ImageActions actions;
    private final ImageDeletion deletion;
    private final ImageArchives archives;
    private final ConnectionState connection;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<ImageSegment> segment = new SimpleObjectProperty<>(ImageSegment.ALL);
    private final ReadOnlyObjectWrapper<Optional<String>> filterFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ImageItem>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<ImageSegment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> onDisk = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private List<ImageSummary> known = List.of();
    private boolean listed;
    private ImageFilter filter = ImageFilter.EVERYTHING;

    /// @param show goes to a container
    /// @param signIn opens the form to sign in to a registry
    ImagesViewModel(ContainersParts parts, Consumer<ImageUser> show, Consumer<String> signIn) {
        this.parts = parts;
        this.book = new ImageBook(parts.updates()::of);
        this.selection = new RowSelection<>(book::row);
        this.rows = new ShownRows<>(book::rows, this::filter, ImageSort::order, ImageSort.NAME, true, this::arranged);
        this.updates = new UpdateChecks(parts.updates(), signIn, this::tell);
        this.connection = new ConnectionState(parts);
        this.presence = new ListPresence(parts.fx(), connection::isWaiting);
        this.facts = new ImageFacts(parts, this::learn, this::measured);
        this.actions = new ImageActions(parts, new Watcher());
        this.archives = new ImageArchives(parts, this::tell);
        this.deletion =
                new ImageDeletion(parts, book, actions, this::tell, keys -> selection.setChecked(keys, false), show);
        filterText.subscribe(text -> {
            filter = ImageFilter.parse(text);
            filterFault.set(filter.fault());
            rows.arrange();
        });
        segment.subscribe(now -> rows.arrange());
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(parts.updates().onChange(() -> book.tick(now())));
        whileShown(presence.begin());
        whileShown(Ticks.eachMinute(parts.fx(), () -> book.tick(now())));
    }

    @Override
    protected void onHidden() {
        connection.hidden();
        facts.hidden();
    }

    public ReadOnlyObjectProperty<List<ImageItem>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /// The text of the filter field.
    public StringProperty filterTextProperty() {
        return filterText;
    }

    /// What is wrong with the filter, in words.
    public ReadOnlyObjectProperty<Optional<String>> filterFaultProperty() {
        return filterFault.getReadOnlyProperty();
    }

    public ObjectProperty<ImageSegment> segmentProperty() {
        return segment;
    }

    /// How many rows each segment has, filter aside.
    public ReadOnlyObjectProperty<Map<ImageSegment, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return presence.stateProperty();
    }

    /// What couldn't be done, until it is dismissed.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Bytes of all layers, each counted once; empty until the engine has measured them.
    public ReadOnlyObjectProperty<OptionalLong> onDiskProperty() {
        return onDisk.getReadOnlyProperty();
    }

    /// How many images there are, whatever their names.
    public int images() {
        return book.images();
    }

    public RowSelection<ImageRow> selection() {
        return selection;
    }

    public ImageDeletion deletion() {
        return deletion;
    }

    public ConnectionState connection() {
        return connection;
    }

    /// What the list shows, in its order, without heads.
    public ShownRows<ImageRow, ImageSort> rows() {
        return rows;
    }

    /// The row of a name, or of an image by its id.
    public Optional<ImageRow> row(String referenceOrId) {
        return Optional.ofNullable(book.row(referenceOrId))
                .or(() -> book.rows().stream()
                        .filter(row -> row.line().image().id().equals(referenceOrId)
                                || row.line().shortId().equals(referenceOrId))
                        .findFirst());
    }

    /// Folds a repository, or unfolds it.
    public void fold(RepositoryRow head) {
        head.expandedProperty().set(!head.expandedProperty().get());
        arranged();
    }

    ImageArchives archives() {
        return archives;
    }

    /// All rows' lines, whatever the list shows of them.
    List<ImageLine> lines() {
        return book.rows().stream().map(ImageRow::line).toList();
    }

    /// The names of all images that no container uses, as far as they can go now.
    List<ImageLine> unused() {
        return book.rows().stream()
                .map(ImageRow::line)
                .filter(line -> line.usedBy().isEmpty() && line.canAct())
                .toList();
    }

    /// Deletes these, which somebody was asked about.
    void prune(List<ImageLine> lines) {
        actions.deleteAll(lines);
    }

    /// Asks registries whether they have newer images under these names.
    UpdateChecks updates() {
        return updates;
    }

    /// Gives an image one more name.
    public void tag(ImageRow row, String repository, String tag) {
        actions.tag(row.line(), repository, tag, ignored -> {});
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Whether everything that is asked for what is on screen is answered, or there is nothing to wait for.
    boolean settled() {
        return switch (presence.state()) {
            case WAITING, LOADING, SLOW -> !connection.isWaiting();
            case EMPTY, NO_HITS, ROWS -> facts.settled();
        };
    }

    private void tell(Problem why) {
        problem.set(Optional.of(why));
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown()) {
            return;
        }
        connection.snapshot(snapshot);
        listed = snapshot.images().isPresent();
        List<ImageSummary> images = snapshot.images().orElse(List.of());
        if (!images.equals(known)) {
            known = images;
            facts.outdated();
        }
        if (book.update(snapshot, now())) {
            selection.retain();
            counts.set(ListSegment.count(ImageSegment.class, book.rows(), (each, row) -> each.has(row.line())));
            rows.changed();
        }
        decideState();
        if (snapshot.live() && listed) {
            facts.ask(book.withoutArch());
        }
    }

    private void learn(Map<String, String> archById) {
        book.learn(archById, now());
        if (rows.sort() == ImageSort.ARCH || !filterText.get().isBlank()) {
            rows.changed();
        }
    }

    private void measured(ImageFacts.Measured now) {
        onDisk.set(now.onDisk());
        book.shared(now.shared(), now());
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private Predicate<ImageRow> filter() {
        ImageSegment chosen = segment.get();
        ImageFilter typed = filter;
        return row -> chosen.has(row.line()) && typed.test(row.line());
    }

    private void arranged() {
        items.set(arranger.group(book.rows(), rows.items()));
        decideState();
    }

    private void decideState() {
        presence.decide(listed, !book.rows().isEmpty(), !rows.items().isEmpty());
    }

    private Instant now() {
        return parts.clock().instant();
    }

    /// Shows at rows how actions go.
    private final class Watcher implements ImageActions.Watcher {
        @Override
        public void begun(String key, String word) {
            book.begin(key, word, now());
        }

        /// If the event of what was done doesn't come, the row shows what it was before.
        @Override
        public void ended(String key) {
            parts.fx().after(Duration.ofSeconds(1), () -> book.done(key, now()));
        }

        @Override
        public void failed(Problem why) {
            tell(why);
        }
    }
}
