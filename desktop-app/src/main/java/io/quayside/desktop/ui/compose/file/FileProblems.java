package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.code.CodeCompletion;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.compose.schema.ComposeSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is wrong with the file that is edited: by the schema while it is typed, by Docker Compose once it is saved. One
/// check at a time; what
/// is typed during one is checked after it. FX thread.
final class FileProblems {
    private final ComposeCalls compose;
    private final LatestAnswer checking;
    private final LatestAnswer asking;
    private final LatestAnswer offering;
    private final ReadOnlyObjectWrapper<List<FileProblem>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private Optional<ComposeSource> source = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private String text = "";
    private int composeFiles;
    private boolean again;
    private List<FileProblem> ofSchema = List.of();
    private List<FileProblem> ofCompose = List.of();

    FileProblems(FxThread fx, ComposeCalls compose) {
        this.compose = compose;
        checking = new LatestAnswer(fx, "compose-schema");
        asking = new LatestAnswer(fx, "compose-verdict");
        offering = new LatestAnswer(fx, "compose-offers");
    }

    /// Those of the current file, by their lines.
    ReadOnlyObjectProperty<List<FileProblem>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// What Docker Compose makes of the files as they are on disk, in a sentence.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    boolean settled() {
        return !checking.isWaiting() && !asking.isWaiting();
    }

    void stop() {
        checking.stop();
        asking.stop();
        offering.stop();
    }

    /// @param count how many compose files it has
    void about(ComposeSource next, int count) {
        composeFiles = count;
        if (source.filter(next::equals).isEmpty()) {
            source = Optional.of(next);
            ofCompose = List.of();
            told.set("");
            ask();
        }
        publish();
    }

    /// Checks a text by the schema.
    void check(Optional<Path> of, String next) {
        boolean same = file.equals(of);
        if (same && text.equals(next)) {
            return;
        }
        file = of;
        text = next;
        if (!same) {
            ofSchema = List.of();
            publish();
        }
        if (checking.isWaiting()) {
            again = true;
        } else {
            check();
        }
    }

    private void check() {
        again = false;
        Optional<Path> about = file.filter(ProjectFiles::isCompose);
        if (about.isEmpty()) {
            ofSchema = List.of();
            publish();
            return;
        }
        String checked = text;
        checking.ask(() -> ComposeSchema.shared().check(checked), found -> {
            if (file.equals(about)) {
                ofSchema = found.stream().map(FileProblem::of).toList();
                publish();
            }
            if (again) {
                check();
            }
        });
    }

    /// What Docker Compose said is of another text now.
    void edited() {
        asking.stop();
        if (!ofCompose.isEmpty() || !told.get().isEmpty()) {
            ofCompose = List.of();
            told.set("");
            publish();
        }
    }

    /// Has Docker Compose read the files as they are on disk.
    void ask() {
        source.ifPresent(about -> {
            told.set("Docker Compose reads it…");
            asking.ask(() -> ComposeVerdict.of(compose, about), verdict -> {
                ofCompose = verdict.problems();
                told.set(verdict.told());
                publish();
            });
        });
    }

    /// What may stand at the caret.
    void offer(String typed, int caret, Consumer<List<CodeCompletion.Offer>> then) {
        if (file.filter(ProjectFiles::isCompose).isEmpty()) {
            then.accept(List.of());
            return;
        }
        offering.ask(
                () -> ComposeSchema.shared().complete(typed, caret).stream()
                        .map(one -> new CodeCompletion.Offer(one.from(), one.shown(), one.text(), one.about()))
                        .toList(),
                then);
    }

    private void publish() {
        List<FileProblem> now = new ArrayList<>(ofSchema);
        for (FileProblem said : ofCompose) {
            boolean here = composeFiles == 1
                    || file.filter(path -> said.words().contains(path.toString()))
                            .isPresent();
            now.add(
                    here && file.filter(ProjectFiles::isCompose).isPresent()
                            ? said
                            : new FileProblem(0, 1, said.words(), Optional.empty(), said.level()));
        }
        if (!now.equals(all.get())) {
            all.set(List.copyOf(now));
        }
    }
}
