package io.quayside.desktop.ui.compose.environment;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.FilesWatch;
import io.quayside.desktop.compose.ProjectVariables;
import io.quayside.desktop.compose.VariableEdit;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.compose.file.DiskFile;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.UnreachableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The variables of one project, read while they are shown and when a file changed. FX thread.
final class EnvironmentViewModel {
    private static final int LONGEST = 600;

    private final ContainersParts parts;
    private final ComposeCalls compose;
    private final LatestAnswer asking;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ComposeSource> source = Optional.empty();
    private Subscription watch = () -> {};
    private boolean shown;
    private boolean saving;

    /// What was found out.
    ///
    /// @param told a sentence, for when there is none or not all
    record Answer(List<ProjectVariables.Variable> variables, String told) {
        static final Answer NONE = new Answer(List.of(), "");
    }

    EnvironmentViewModel(ContainersParts parts, ComposeCalls compose) {
        this.parts = parts;
        this.compose = compose;
        asking = new LatestAnswer(parts.fx(), "compose-variables");
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Why the last change of a value failed.
    ReadOnlyObjectProperty<Optional<Problem>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    boolean settled() {
        return !asking.isWaiting() && !saving;
    }

    void show(ComposeSource next) {
        if (source.filter(next::equals).isEmpty()) {
            source = Optional.of(next);
            answer.set(Answer.NONE);
            failure.set(Optional.empty());
            if (shown) {
                enter();
            }
        }
    }

    /// Reads what there is, and again when a file changes.
    void enter() {
        shown = true;
        watch.close();
        source.ifPresent(about -> {
            Set<Path> files = new HashSet<>(about.files());
            files.add(ProjectVariables.file(about));
            files.addAll(about.environmentFiles());
            watch = FilesWatch.on(files, () -> parts.fx().run(this::read));
        });
        read();
    }

    void leave() {
        shown = false;
        watch.close();
        asking.stop();
    }

    private void read() {
        source.filter(ignored -> shown && !saving).ifPresent(about -> asking.ask(() -> find(about), answer::set));
    }

    private Answer find(ComposeSource about) {
        try {
            ProjectVariables found = ProjectVariables.of(compose.connect(), about);
            return new Answer(
                    found.all(), found.untold().isEmpty() ? "" : "Docker Compose says: " + safe(found.untold()));
        } catch (ComposeException.File e) {
            return new Answer(List.of(), "Docker Compose says: " + safe(e.words()));
        } catch (ComposeException | IOException e) {
            return new Answer(List.of(), safe(String.valueOf(e.getMessage())));
        } catch (UnreachableException e) {
            return new Answer(List.of(), "Docker Compose is asked once there is an engine.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static String safe(String words) {
        return SafeText.output(words.replace('\n', ' '), LONGEST);
    }

    /// Writes another value into the file of variables that it comes from.
    void set(ProjectVariables.Variable variable, String value) {
        if (source.isEmpty() || variable.file().isEmpty() || saving) {
            return;
        }
        ComposeSource about = source.get();
        Path path = variable.file().get();
        List<String> names = answer.get().variables().stream()
                .filter(one -> one.from() != ProjectVariables.From.ENV_FILE)
                .map(ProjectVariables.Variable::name)
                .toList();
        saving = true;
        asking.stop();
        failure.set(Optional.empty());
        parts.tasks()
                .task("Saving " + SafeText.line(variable.name()))
                .brief()
                .explain(why -> parts.problems().map(why, new Attempt("change", variable.name())))
                .onFailure(why -> failure.set(Optional.of(why)))
                .onEnd(() -> {
                    saving = false;
                    read();
                })
                .start(context -> write(compose.connect(), about, path, names, variable.name(), value));
    }

    private static boolean write(
            Compose compose, ComposeSource source, Path path, List<String> names, String name, String value)
            throws ComposeException, IOException, InterruptedException {
        DiskFile before = switch (DiskFile.look(path)) {
            case DiskFile.Look.There(DiskFile file) -> file;
            case DiskFile.Look.Gone ignored -> new DiskFile(path, "", false);
            case DiskFile.Look.Unreadable(String why) -> throw new IOException(why);
        };
        boolean fresh = before.text().isEmpty();
        Optional<String> text = VariableEdit.of(compose, source, names, before.text(), name, value);
        if (text.isEmpty()) {
            throw new IOException("Docker Compose would read " + path.getFileName()
                    + " otherwise than it should then. Nothing was changed; edit the file itself.");
        }
        if (!before.with(text.get()).write(before, fresh)) {
            throw new IOException(
                    path.getFileName() + " was changed by another program meanwhile. Nothing was written.");
        }
        return true;
    }
}
