package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.Accounts;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.files.MountMarks;
import io.quayside.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The folders of one container, read as they are opened. FX thread; each question to the engine has a thread of its
/// own,
/// which ends with the tab.
final class FilesViewModel {
    /// What is asked once for a container.
    private record Facts(
            ContainerFileSystem files, String image, MountMarks mounts, ChangeMarks changes, Accounts accounts) {}

    /// What was asked before the facts were known.
    private record Waiting(Runnable ask, Consumer<Problem> otherwise) {}

    /// A question to the engine.
    interface Question<T> {
        T ask(ContainerFileSystem files) throws EngineException, IOException, FileActionException;
    }

    private final ContainersParts parts;
    private final FilesPlace place;
    private final ReadOnlyObjectWrapper<FileRow> root;
    private final ReadOnlyObjectWrapper<ChangeMarks> changes = new ReadOnlyObjectWrapper<>(ChangeMarks.none());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final FileQuestions questions;
    private final List<Waiting> waiting = new ArrayList<>();
    private Runnable onCut = () -> {};
    private FileOrder order = FileOrder.BY_NAME;
    private boolean cut;
    private @Nullable Facts facts;
    private @Nullable ContainerLine container;

    FilesViewModel(ContainersParts parts, FilesPlace place) {
        this.parts = parts;
        this.place = place;
        this.root = new ReadOnlyObjectWrapper<>(FileRow.root(place.root()));
        this.questions = new FileQuestions(parts);
    }

    ContainersParts parts() {
        return parts;
    }

    FilesPlace place() {
        return place;
    }

    /// The container's root folder; another one when another container is shown.
    ReadOnlyObjectProperty<FileRow> rootProperty() {
        return root.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChangeMarks> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// What went wrong last, until something works or it is dismissed.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void dismiss() {
        problem.set(Optional.empty());
    }

    void failed(Problem now) {
        problem.set(Optional.of(now));
    }

    Optional<ContainerLine> container() {
        return Optional.ofNullable(container);
    }

    /// "root:www-data", or nothing where the engine doesn't tell.
    String ownerOf(FileEntry entry) {
        Accounts accounts = facts == null ? Accounts.none() : facts.accounts();
        return entry.isOwnerKnown()
                ? SafeText.line(accounts.user(entry.uid()) + ":" + accounts.group(entry.gid()))
                : "";
    }

    /// The id of its image.
    String image() {
        return facts == null ? "" : facts.image();
    }

    MountMarks mounts() {
        return facts == null ? MountMarks.none() : facts.mounts();
    }

    boolean settled() {
        return questions.settled();
    }

    void shown(ContainerLine line) {
        boolean same = container != null
                && container.container().id().equals(line.container().id());
        container = line;
        if (!same) {
            facts = null;
            waiting.clear();
            changes.set(ChangeMarks.none());
            problem.set(Optional.empty());
            root.set(FileRow.root(place.root()));
        }
        if (facts == null || cut) {
            begin();
        }
    }

    /// Started and stopped containers are asked in other ways; what was read of them stays.
    void changed(ContainerLine line) {
        boolean same = container != null
                && container.live() == line.live()
                && container.container().isUp() == line.container().isUp();
        container = line;
        if (!same) {
            begin();
        }
    }

    void hidden() {
        cut |= !questions.settled();
        questions.stop();
        if (waiting.isEmpty()) {
            onCut.run();
        }
    }

    /// Runs this when questions are dropped, answered or not.
    void onCut(Runnable act) {
        onCut = act;
    }

    /// Reads everything that is open anew.
    void refresh() {
        begin();
    }

    private void begin() {
        hidden();
        cut = false;
        facts = null;
        ContainerLine line = container;
        if (line == null || !line.live()) {
            refuse();
            return;
        }
        Optional<Engine> engine = parts.session().engine();
        if (engine.isEmpty()) {
            refuse();
            return;
        }
        FileRow top = root.get();
        questions.ask(
                new Attempt("read the files of", SafeText.line(line.name())),
                () -> facts(engine.get(), line),
                now -> {
                    facts = now;
                    changes.set(now.changes());
                    reread(top);
                    List<Waiting> all = List.copyOf(waiting);
                    waiting.clear();
                    all.forEach(each -> each.ask().run());
                },
                why -> {
                    failed(why);
                    refuse(why);
                });
    }

    private void refuse() {
        if (!waiting.isEmpty()) {
            refuse(noConnection(new Attempt("read the files", "")));
        }
    }

    private void refuse(Problem why) {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(each -> each.otherwise().accept(why));
    }

    private Problem noConnection(Attempt attempt) {
        return parts.problems().map(EngineSession.notConnected(), attempt);
    }

    private void reread(FileRow folder) {
        boolean known = folder.state() != FileRow.State.UNREAD;
        if (known || folder.equals(root.get())) {
            read(folder);
            folder.children().stream().filter(FileRow::isFolder).forEach(this::reread);
        }
    }

    private Facts facts(Engine engine, ContainerLine line) throws EngineException, IOException, FileActionException {
        String id = line.container().id();
        ContainerDetails details = engine.containers().inspect(id);
        MountMarks mounts = MountMarks.of(details);
        ContainerFileSystem files =
                new ContainerFileSystem(engine, id, line.container().isUp(), mounts, parts.clock());
        Accounts accounts = place.volume() ? Accounts.none() : Accounts.of(files);
        return new Facts(files, details.imageId(), mounts, changes(files), accounts);
    }

    /// How the files differ from the image. Blocks.
    ChangeMarks changes(ContainerFileSystem files) throws EngineException {
        return place.volume() ? ChangeMarks.none() : files.changes();
    }

    /// Reads a folder if it wasn't yet.
    void open(FileRow folder) {
        if (folder.state() == FileRow.State.UNREAD) {
            read(folder);
        }
    }

    /// Reads a folder anew; what stays keeps its row.
    void read(FileRow folder) {
        Facts now = facts;
        if (now == null || !folder.isFolder()) {
            return;
        }
        boolean first = folder.state() == FileRow.State.UNREAD;
        FileOrder wanted = order;
        folder.setState(FileRow.State.READING);
        questions.ask(
                new Attempt("list", SafeText.line(folder.path())),
                () -> {
                    List<FileEntry> all = new ArrayList<>();
                    now.files().list(folder.path(), some -> {
                        if (first && all.isEmpty()) {
                            List<FileRow> soon = rows(folder, some, now, wanted);
                            parts.fx().run(() -> show(folder, soon)); // something to look at
                        }
                        all.addAll(some);
                    });
                    return rows(folder, all, now, wanted);
                },
                rows -> {
                    folder.setState(FileRow.State.READ);
                    show(folder, rows);
                    if (!order.equals(wanted)) {
                        sort(folder);
                    }
                },
                failure -> {
                    folder.setState(FileRow.State.UNREAD);
                    folder.children().setAll(FileRow.problem(folder.path(), failure));
                });
    }

    private static List<FileRow> rows(FileRow folder, List<FileEntry> entries, Facts now, FileOrder order) {
        return FolderRows.of(folder.path(), entries, now.mounts(), now.changes(), order);
    }

    private static void show(FileRow folder, List<FileRow> fresh) {
        List<FileRow> rows = FolderRows.keeping(folder.children(), fresh);
        if (!rows.equals(folder.children())) {
            folder.children().setAll(rows);
        }
    }

    /// Shows everything in another order.
    void sortBy(FileOrder next) {
        if (!next.equals(order)) {
            order = next;
            sort(root.get());
        }
    }

    private void sort(FileRow folder) {
        folder.children().sort(order.comparator());
        folder.children().stream().filter(FileRow::isFolder).forEach(this::sort);
    }

    /// Every path that differs from the image, as rows.
    List<FileRow> changedRows() {
        return changes.get().all().stream()
                .map(change -> FileRow.change(change.path(), FileMark.of(change.path(), mounts(), changes.get())))
                .sorted(order.comparator())
                .toList();
    }

    /// Asks the files of the container on a thread of its own; once what is asked first of the container is known.
    <T> void question(String verb, String object, Question<T> question, Consumer<T> then) {
        question(verb, object, question, then, this::failed);
    }

    /// The same, with its own place for what goes wrong.
    <T> void question(String verb, String object, Question<T> question, Consumer<T> then, Consumer<Problem> otherwise) {
        Facts now = facts;
        ContainerLine line = container;
        Attempt attempt = new Attempt(verb, SafeText.line(object));
        if (now != null) {
            questions.ask(attempt, () -> question.ask(now.files()), then, otherwise);
        } else if (line != null && line.live()) {
            waiting.add(new Waiting(() -> question(verb, object, question, then, otherwise), otherwise));
        } else {
            otherwise.accept(noConnection(attempt));
        }
    }

    /// Changes something in the container, then reads the folder and what differs from the image.
    void act(String verb, String object, String folder, Question<?> act) {
        question(
                verb,
                object,
                files -> {
                    act.ask(files);
                    return changes(files);
                },
                marks -> changedIn(folder, marks));
    }

    /// Something in a folder was changed from here.
    void changedIn(String folder, ChangeMarks marks) {
        Facts now = facts;
        if (now == null) {
            return;
        }
        facts = new Facts(now.files(), now.image(), now.mounts(), marks, now.accounts());
        problem.set(Optional.empty());
        changes.set(marks);
        remark(root.get());
        find(folder).ifPresent(this::read);
    }

    /// What the column "Change or mount" says of a path.
    FileMark markOf(String path) {
        return FileMark.of(path, mounts(), changes.get());
    }

    private void remark(FileRow folder) {
        for (FileRow row : folder.children()) {
            if (row.isThere()) {
                row.markProperty().set(markOf(row.path()));
                remark(row);
            }
        }
    }

    /// The row of a path, if its folder was read.
    Optional<FileRow> find(String path) {
        FileRow at = root.get();
        while (!at.path().equals(path)) {
            Optional<FileRow> next = at.children().stream()
                    .filter(row -> row.isThere() && FilePaths.isWithin(path, row.path()))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    Optional<ContainerFileSystem> files() {
        return Optional.ofNullable(facts).map(Facts::files);
    }
}
