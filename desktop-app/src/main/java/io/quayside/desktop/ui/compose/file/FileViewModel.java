package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.FilesWatch;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The files of a project and the one that is edited. What was typed is kept while others are shown, until it is saved
/// or discarded. FX thread.
final class FileViewModel {
    /// How the file on the disk stands to what was read of it.
    sealed interface Disk {
        record Same() implements Disk {}

        /// Somebody changed it, nothing was typed: the new text is shown.
        record Reloaded() implements Disk {}

        /// Somebody changed it, and something was typed.
        record Changed(DiskFile theirs) implements Disk {}

        record Gone() implements Disk {}

        /// @param why a sentence; untrusted text
        record Unreadable(String why) implements Disk {}
    }

    /// A file that was left with changes.
    private record Draft(DiskFile saved, String text, Optional<ComposeSource> source) {}

    private final ContainersParts parts;
    private final LatestAnswer listing;
    private final LatestAnswer reading;
    private final FileProblems problems;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Path>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DiskFile>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Disk> disk = new ReadOnlyObjectWrapper<>(new Disk.Same());
    private final ReadOnlyObjectWrapper<Optional<Problem>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Path, Draft> drafts = new HashMap<>();
    private Optional<ComposeSource> source = Optional.empty();
    private Subscription watch = () -> {};
    private Set<Path> watched = Set.of();
    private Runnable onWritten = () -> {};
    private boolean shown;
    private boolean saving;

    FileViewModel(ContainersParts parts, ComposeCalls compose) {
        this.parts = parts;
        listing = new LatestAnswer(parts.fx(), "compose-files");
        reading = new LatestAnswer(parts.fx(), "compose-file");
        problems = new FileProblems(parts.fx(), compose);
        text.subscribe(this::typed);
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<List<Path>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What was read of the current file; empty until then.
    ReadOnlyObjectProperty<Optional<DiskFile>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Disk> diskProperty() {
        return disk.getReadOnlyProperty();
    }

    /// Why the last save failed.
    ReadOnlyObjectProperty<Optional<Problem>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    FileProblems problems() {
        return problems;
    }

    Optional<ComposeSource> source() {
        return source;
    }

    /// Hears that a file was saved or that somebody else changed one.
    void onWritten(Runnable listener) {
        onWritten = listener;
    }

    /// Whether the current file has changes that aren't saved.
    boolean isEdited() {
        return saved.get().filter(file -> !file.text().equals(text.get())).isPresent();
    }

    /// Whether this file has such changes, or any without a file.
    boolean isUnsaved(Optional<Path> file) {
        boolean here = isEdited() && (file.isEmpty() || file.equals(current.get()));
        return here || (file.isEmpty() ? !drafts.isEmpty() : drafts.containsKey(file.get()));
    }

    /// All that was typed and isn't saved, each file with the project that it was opened for.
    Map<Path, ComposeSource> unsaved() {
        Map<Path, ComposeSource> all = new TreeMap<>();
        drafts.forEach((file, draft) -> draft.source().ifPresent(of -> all.put(file, of)));
        current.get().filter(ignored -> isEdited()).ifPresent(file -> source.ifPresent(of -> all.put(file, of)));
        return all;
    }

    boolean settled() {
        return !listing.isWaiting() && !reading.isWaiting() && !saving && problems.settled();
    }

    /// It is about this project from now on.
    void show(ComposeSource next) {
        if (source.filter(next::equals).isEmpty()) {
            // What was typed belongs to the files before.
            open(Optional.empty());
            source = Optional.of(next);
            files.set(List.of());
            problems.about(next, 0);
            if (shown) {
                list();
            }
        }
    }

    void enter() {
        shown = true;
        list();
        look();
        problems.ask();
    }

    void leave() {
        shown = false;
        watch.close();
        watched = Set.of();
        listing.stop();
        reading.stop();
        problems.stop();
    }

    /// Opens another file of the project.
    void choose(Path file) {
        if (!current.get().equals(Optional.of(file))) {
            open(Optional.of(file));
            look();
        }
    }

    private void open(Optional<Path> next) {
        saved.get().ifPresent(file -> {
            if (isEdited()) {
                drafts.put(file.path(), new Draft(file, text.get(), source));
            }
        });
        reading.stop();
        failure.set(Optional.empty());
        Optional<Draft> draft = next.flatMap(file -> Optional.ofNullable(drafts.remove(file)));
        saved.set(Optional.empty());
        current.set(next);
        disk.set(new Disk.Same());
        saved.set(draft.map(Draft::saved));
        text.set(draft.map(Draft::text).orElse(""));
        problems.check(next, text.get());
    }

    private void list() {
        source.ifPresent(about -> listing.ask(() -> ProjectFiles.of(about), found -> {
            files.set(found);
            problems.about(
                    about, (int) found.stream().filter(ProjectFiles::isCompose).count());
            watch(about, found);
            if (current.get().filter(found::contains).isEmpty()
                    && !isUnsaved(current.get().or(() -> Optional.of(about.folder())))) {
                choose(found.getFirst());
            }
        }));
    }

    private void watch(ComposeSource about, List<Path> found) {
        Set<Path> wanted = new HashSet<>(found);
        wanted.addAll(ProjectFiles.candidates(about));
        if (!wanted.equals(watched)) {
            watch.close();
            watched = wanted;
            watch = FilesWatch.on(wanted, () -> parts.fx().run(this::changedOnDisk));
        }
    }

    private void changedOnDisk() {
        if (shown && !saving) {
            list();
            look();
        }
    }

    private void look() {
        if (!shown || saving) {
            return;
        }
        current.get()
                .ifPresent(file -> reading.ask(() -> DiskFile.look(file), look -> {
                    switch (look) {
                        case DiskFile.Look.There(DiskFile now) -> read(now);
                        case DiskFile.Look.Gone ignored -> disk.set(new Disk.Gone());
                        case DiskFile.Look.Unreadable(String why) -> disk.set(new Disk.Unreadable(why));
                    }
                }));
    }

    private void read(DiskFile now) {
        boolean first = saved.get().isEmpty();
        if (saved.get().filter(now::equals).isPresent()) {
            if (!(disk.get() instanceof Disk.Reloaded)) {
                disk.set(new Disk.Same());
            }
        } else if (first || !isEdited() || now.text().equals(text.get())) {
            boolean other = !first && !now.text().equals(text.get());
            take(now);
            disk.set(other ? new Disk.Reloaded() : new Disk.Same());
            if (!first) {
                onWritten.run();
                problems.ask();
            }
        } else {
            disk.set(new Disk.Changed(now));
        }
    }

    /// The text in the field and on the disk is this one.
    private void take(DiskFile now) {
        saved.set(Optional.of(now));
        text.set(now.text());
        problems.check(current.get(), text.get());
    }

    private void typed(String now) {
        if (isEdited()) {
            if (disk.get() instanceof Disk.Reloaded) {
                disk.set(new Disk.Same());
            }
            problems.edited();
        }
        problems.check(current.get(), now);
    }

    /// Throws away what was typed since.
    void discard() {
        saved.get().ifPresent(file -> text.set(file.text()));
        problems.ask();
    }

    /// Throws away what was typed, and shows what somebody else wrote.
    void takeTheirs() {
        if (disk.get() instanceof Disk.Changed(DiskFile theirs)) {
            take(theirs);
            disk.set(new Disk.Same());
            problems.ask();
        }
    }

    /// Goes on with what was typed: the next save replaces what somebody else wrote.
    void keepMine() {
        if (disk.get() instanceof Disk.Changed(DiskFile theirs)) {
            saved.set(Optional.of(theirs));
            disk.set(new Disk.Same());
        }
    }

    /// Writes what was typed, unless somebody else changed the file meanwhile. A file that is gone is made again.
    void save() {
        Optional<DiskFile> before = saved.get();
        boolean gone = disk.get() instanceof Disk.Gone;
        if (before.isEmpty() || saving || !(isEdited() || gone) || disk.get() instanceof Disk.Changed) {
            return;
        }
        DiskFile file = before.get();
        DiskFile now = file.with(text.get());
        String name = SafeText.line(String.valueOf(file.path().getFileName()));
        saving = true;
        // An answer that was read before this write would be taken for somebody else's.
        reading.stop();
        failure.set(Optional.empty());
        parts.tasks()
                .task("Saving " + name)
                .doneTitle("Saved " + name)
                .brief()
                .explain(why -> parts.problems().map(why, new Attempt("save", name)))
                .onFailure(why -> failure.set(Optional.of(why)))
                .onEnd(() -> {
                    saving = false;
                    look();
                })
                .start(context -> now.write(file, gone), written -> {
                    if (written) {
                        written(file, now);
                    }
                });
    }

    private void written(DiskFile before, DiskFile now) {
        if (saved.get().filter(before::equals).isPresent()) {
            saved.set(Optional.of(now));
            disk.set(new Disk.Same());
        } else {
            drafts.remove(now.path());
        }
        problems.ask();
        onWritten.run();
    }
}
