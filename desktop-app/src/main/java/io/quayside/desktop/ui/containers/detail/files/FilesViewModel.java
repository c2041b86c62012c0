package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.Accounts;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.files.MountMarks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The folders of one container, read as they are opened. FX thread; each question to the engine has a thread of its
/// own,
/// which ends with the tab.
final class FilesViewModel {
    private static final Comparator<FileRow> BY_NAME =
            Comparator.comparing(FileRow::label, String.CASE_INSENSITIVE_ORDER).thenComparing(FileRow::path);

    /// What is asked once for a container.
    private record Facts(ContainerFileSystem files, MountMarks mounts, ChangeMarks changes, Accounts accounts) {}

    /// A question to the engine.
    interface Question<T> {
        T ask(ContainerFileSystem files) throws EngineException, IOException, FileActionException;
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<FileRow> root = new ReadOnlyObjectWrapper<>(FileRow.root());
    private final ReadOnlyObjectWrapper<ChangeMarks> changes = new ReadOnlyObjectWrapper<>(ChangeMarks.none());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Thread> asking = new HashSet<>();
    private boolean cut;
    private @Nullable Facts facts;
    private @Nullable ContainerLine container;

    FilesViewModel(ContainersParts parts) {
        this.parts = parts;
    }

    ContainersParts parts() {
        return parts;
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

    /// Names for owners.
    Accounts accounts() {
        return facts == null ? Accounts.none() : facts.accounts();
    }

    MountMarks mounts() {
        return facts == null ? MountMarks.none() : facts.mounts();
    }

    boolean settled() {
        return asking.isEmpty();
    }

    void shown(ContainerLine line) {
        boolean same = container != null
                && container.container().id().equals(line.container().id());
        container = line;
        if (!same) {
            facts = null;
            changes.set(ChangeMarks.none());
            problem.set(Optional.empty());
            root.set(FileRow.root());
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
        cut |= !asking.isEmpty();
        asking.forEach(Thread::interrupt);
        asking.clear();
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
            return;
        }
        FileRow top = root.get();
        ask("read the files of", line.name(), engine -> facts(engine, line), now -> {
            facts = now;
            changes.set(now.changes());
            reread(top);
        });
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
        MountMarks mounts = MountMarks.of(engine.containers().inspect(id));
        ContainerFileSystem files =
                new ContainerFileSystem(engine, id, line.container().isUp(), mounts, parts.clock());
        return new Facts(files, mounts, files.changes(), Accounts.of(files));
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
        folder.setState(FileRow.State.READING);
        List<FileEntry> all = new ArrayList<>();
        start(
                new Attempt("list", SafeText.line(folder.path())),
                () -> {
                    now.files().list(folder.path(), some -> {
                        if (first && all.isEmpty()) {
                            parts.fx().run(() -> show(folder, some, now)); // something to look at
                        }
                        all.addAll(some);
                    });
                    return all;
                },
                entries -> {
                    folder.setState(FileRow.State.READ);
                    show(folder, entries, now);
                },
                failure -> {
                    folder.setState(FileRow.State.UNREAD);
                    folder.children().setAll(FileRow.problem(folder.path(), failure));
                });
    }

    private void show(FileRow folder, List<FileEntry> entries, Facts now) {
        Map<String, FileRow> before = new HashMap<>();
        folder.children().forEach(row -> before.put(row.path(), row));
        List<FileRow> rows = new ArrayList<>(entries.size());
        for (FileEntry entry : entries) {
            String path = FilePaths.child(folder.path(), entry.name());
            FileMark mark = FileMark.of(path, now.mounts(), now.changes());
            FileRow old = before.get(path);
            if (old != null && old.isThere() && old.isFolder() == entry.isFolder()) {
                old.entryProperty().set(Optional.of(entry));
                old.markProperty().set(mark);
                rows.add(old);
            } else {
                rows.add(FileRow.of(path, entry, mark));
            }
        }
        now.changes().deletedIn(folder.path()).stream()
                .map(name -> FileRow.deleted(FilePaths.child(folder.path(), name)))
                .forEach(rows::add);
        rows.sort(BY_NAME);
        if (!rows.equals(folder.children())) {
            folder.children().setAll(rows);
        }
    }

    /// Every path that differs from the image, as rows.
    List<FileRow> changedRows() {
        return changes.get().all().stream()
                .map(change -> FileRow.change(change.path(), FileMark.of(change.path(), mounts(), changes.get())))
                .sorted(BY_NAME)
                .toList();
    }

    /// Asks the files of the container on a thread of its own.
    <T> void question(String verb, String object, Question<T> question, Consumer<T> then) {
        question(verb, object, question, then, this::failed);
    }

    /// The same, with its own place for what goes wrong.
    <T> void question(String verb, String object, Question<T> question, Consumer<T> then, Consumer<Problem> otherwise) {
        Facts now = facts;
        if (now != null) {
            start(new Attempt(verb, SafeText.line(object)), () -> question.ask(now.files()), then, otherwise);
        }
    }

    /// Changes something in the container, then reads the folder and what differs from the image.
    void act(String verb, String object, String folder, Question<?> act) {
        question(
                verb,
                object,
                files -> {
                    act.ask(files);
                    return files.changes();
                },
                marks -> changedIn(folder, marks));
    }

    /// Something in a folder was changed from here.
    void changedIn(String folder, ChangeMarks marks) {
        Facts now = facts;
        if (now == null) {
            return;
        }
        facts = new Facts(now.files(), now.mounts(), marks, now.accounts());
        problem.set(Optional.empty());
        changes.set(marks);
        remark(root.get());
        find(folder).ifPresent(this::read);
    }

    private void remark(FileRow folder) {
        for (FileRow row : folder.children()) {
            if (row.isThere()) {
                row.markProperty().set(FileMark.of(row.path(), mounts(), changes.get()));
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

    private interface Asking<T> {
        T ask(Engine engine) throws EngineException, IOException, FileActionException;
    }

    private interface Work<T> {
        T run() throws EngineException, IOException, FileActionException;
    }

    private <T> void ask(String verb, String object, Asking<T> question, Consumer<T> then) {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isPresent()) {
            start(new Attempt(verb, SafeText.line(object)), () -> question.ask(engine.get()), then, this::failed);
        }
    }

    private <T> void start(Attempt attempt, Work<T> work, Consumer<T> then, Consumer<Problem> otherwise) {
        Thread thread = Thread.ofVirtual().name("container-files").unstarted(() -> run(attempt, work, then, otherwise));
        asking.add(thread);
        thread.start();
    }

    private <T> void run(Attempt attempt, Work<T> work, Consumer<T> then, Consumer<Problem> otherwise) {
        Thread self = Thread.currentThread();
        try {
            T answer = work.run();
            answered(self, () -> then.accept(answer));
        } catch (CancelledException e) {
            answered(self, () -> {});
        } catch (EngineException | IOException | FileActionException e) {
            Problem why = parts.problems().map(e, attempt);
            answered(self, () -> otherwise.accept(why));
        }
    }

    /// Answers that nobody waits for any more are dropped.
    private void answered(Thread self, Runnable then) {
        parts.fx().run(() -> {
            if (asking.remove(self)) {
                then.run();
            }
        });
    }
}
