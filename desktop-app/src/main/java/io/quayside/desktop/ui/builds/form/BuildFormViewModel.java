package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.builds.form.BuildFault.Part;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.dockerfile.DeclaredArgument;
import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Stage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A build that could be: what the form says, what was found in the folder, what is wrong, and the act. FX thread.
public final class BuildFormViewModel {
    /// Somebody who types isn't asked after at each key.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ContainersParts parts;
    private final Builds builds;
    private final FolderLooks looks;
    private final BuilderLook builder;
    private final ReadOnlyObjectWrapper<BuildDraft> draft = new ReadOnlyObjectWrapper<>(BuildDraft.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<List<String>>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Dockerfile>> dockerfile =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ContextLook> context = new ReadOnlyObjectWrapper<>(new ContextLook.None());
    private final ReadOnlyObjectWrapper<List<BuildFault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<BuildRequest>> request = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<BuildFault> folderFault = Optional.empty();
    private Optional<BuildFault> fileFault = Optional.empty();
    private Subscription waiting = () -> {};

    public BuildFormViewModel(ContainersParts parts, Builds builds) {
        this.parts = parts;
        this.builds = builds;
        this.looks = new FolderLooks(parts);
        this.builder = new BuilderLook(parts, builds);
        builder.choiceProperty().subscribe(ignored -> check());
        check();
    }

    /// Asks anew what may have changed meanwhile.
    void enter() {
        builder.ask();
        if (!draft.get().folder().isBlank()) {
            look();
        }
    }

    void leave() {
        waiting.close();
        looks.stop();
    }

    public ReadOnlyObjectProperty<BuildDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// The Dockerfiles of the folder, once they were looked for.
    ReadOnlyObjectProperty<Optional<List<String>>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ContextLook> contextProperty() {
        return context.getReadOnlyProperty();
    }

    /// What the Dockerfile says, once it was read.
    ReadOnlyObjectProperty<Optional<Dockerfile>> dockerfileProperty() {
        return dockerfile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<BuildFault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /// The build that the form comes to; empty while it comes to none.
    public ReadOnlyObjectProperty<Optional<BuildRequest>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// Which builder it will be.
    ReadOnlyObjectProperty<Optional<BuilderLook.Choice>> builderProperty() {
        return builder.choiceProperty();
    }

    /// Its arguments, each once.
    List<DeclaredArgument> declared() {
        return dockerfile.get().map(Dockerfile::arguments).orElse(List.of());
    }

    /// The names of its stages.
    List<String> stages() {
        return dockerfile.get().stream()
                .flatMap(file -> file.stages().stream())
                .map(Stage::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// "1 of 2 set", or nothing without arguments.
    String argumentsSet() {
        List<String> names = declared().stream().map(DeclaredArgument::name).toList();
        long set = draft.get().arguments().stream()
                .filter(one -> names.contains(one.name()))
                .count();
        return names.isEmpty() ? "" : set + " of " + names.size() + " set";
    }

    /// The Dockerfile that is meant: the one that was chosen, else the likeliest.
    String dockerfileName() {
        String chosen = draft.get().dockerfile().strip();
        return chosen.isEmpty()
                ? found.get().stream().flatMap(List::stream).findFirst().orElse("")
                : chosen;
    }

    /// Starts the form anew.
    void begin() {
        load(BuildDraft.EMPTY);
    }

    /// Fills the form with what was asked before.
    public void load(BuildRequest earlier) {
        load(BuildDraft.of(earlier));
    }

    private void load(BuildDraft next) {
        draft.set(next);
        look();
    }

    /// Takes another folder. What was said about the one before is about that one.
    void folder(String typed) {
        if (!typed.equals(draft.get().folder())) {
            draft.set(draft.get().withFolder(typed).withDockerfile(""));
            looks.stop();
            forget();
            check();
            later();
        }
    }

    /// Takes what was dropped: a folder, or a Dockerfile with the folder that it is in.
    void dropped(Path path) {
        looks.isFolder(path, is -> {
            if (is) {
                chosen(path, "");
            } else if (path.getParent() != null) {
                chosen(path.getParent(), String.valueOf(path.getFileName()));
            }
        });
    }

    /// Takes a folder.
    ///
    /// @param file the Dockerfile in it, empty for the one that is found
    void chosen(Path folder, String file) {
        draft.set(draft.get().withFolder(folder.toString()).withDockerfile(file));
        forget();
        look();
    }

    /// Takes another Dockerfile, by its path in the folder.
    void dockerfile(String typed) {
        if (!typed.equals(draft.get().dockerfile())) {
            draft.set(draft.get().withDockerfile(typed));
            dockerfile.set(Optional.empty());
            fileFault = Optional.empty();
            check();
            later();
        }
    }

    /// Takes a Dockerfile that was chosen among all files: it has to be in the folder, and brings its own one.
    void chosenFile(Path file) {
        Optional<Path> folder = FolderLook.path(draft.get().folder());
        if (folder.isPresent() && file.startsWith(folder.get())) {
            dockerfile(folder.get().relativize(file).toString().replace('\\', '/'));
        } else if (folder.isEmpty() && file.getParent() != null) {
            chosen(file.getParent(), String.valueOf(file.getFileName()));
        } else {
            fileFault =
                    Optional.of(new BuildFault(Part.DOCKERFILE, "A Dockerfile has to be in the folder that is built."));
            check();
        }
    }

    void change(UnaryOperator<BuildDraft> change) {
        draft.set(change.apply(draft.get()));
        check();
    }

    /// Leaves a part of the folder out from now on.
    void ignore(ContextLook.Hint hint) {
        FolderLook.path(draft.get().folder())
                .ifPresent(folder -> hint.line().ifPresent(line -> looks.ignore(folder, line, this::look)));
    }

    /// Begins the build; empty while something has to be put right.
    Optional<RunningBuild> build() {
        return faults.get().isEmpty() ? request.get().map(builds::start) : Optional.empty();
    }

    private void later() {
        waiting.close();
        waiting = parts.fx().after(PAUSE, this::look);
    }

    private void forget() {
        found.set(Optional.empty());
        dockerfile.set(Optional.empty());
        context.set(new ContextLook.None());
        folderFault = Optional.empty();
        fileFault = Optional.empty();
    }

    /// Looks for Dockerfiles first, then reads the one that is meant and counts what would be sent.
    private void look() {
        waiting.close();
        Optional<Path> folder = FolderLook.path(draft.get().folder());
        if (folder.isEmpty()) {
            looks.stop();
            forget();
            check();
            return;
        }
        looks.dockerfiles(folder.get(), seen -> {
            found.set(seen.answer());
            folderFault =
                    seen.answer().isPresent() ? Optional.empty() : Optional.of(new BuildFault(Part.FOLDER, seen.why()));
            fileFault = Optional.empty();
            read(folder.get());
        });
    }

    private void read(Path folder) {
        String name = dockerfileName();
        Optional<Path> file = folderFault.isPresent() || name.isEmpty() ? Optional.empty() : within(folder, name);
        if (file.isEmpty()) {
            dockerfile.set(Optional.empty());
            context.set(new ContextLook.None());
            if (folderFault.isEmpty()) {
                fileFault = Optional.of(new BuildFault(
                        Part.DOCKERFILE,
                        name.isEmpty()
                                ? "There is no Dockerfile in this folder."
                                : "A Dockerfile has to be in the folder that is built."));
            }
            check();
            return;
        }
        looks.dockerfile(file.get(), seen -> {
            dockerfile.set(seen.answer());
            fileFault = seen.answer().isPresent()
                    ? Optional.empty()
                    : Optional.of(new BuildFault(Part.DOCKERFILE, seen.why()));
            check();
        });
        context.set(new ContextLook.Measuring());
        looks.measure(folder, name, seen -> {
            context.set(seen.answer()
                    .<ContextLook>map(ContextLook.Measured::new)
                    .orElseGet(() -> new ContextLook.Unknown(seen.why())));
            check();
        });
        check();
    }

    private static Optional<Path> within(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Whether everything that was asked of the disk was answered.
    boolean settled() {
        return !looks.isLooking() && builder.choiceProperty().get().isPresent();
    }

    private void check() {
        List<BuildFault> all = new ArrayList<>();
        Optional<Path> folder = FolderLook.path(draft.get().folder());
        if (draft.get().folder().isBlank()) {
            all.add(new BuildFault(Part.FOLDER, "Choose the folder to build."));
        } else if (folder.isEmpty()) {
            all.add(new BuildFault(Part.FOLDER, "A folder is named by its whole path, such as /home/me/app or ~/app."));
        }
        folderFault.ifPresent(all::add);
        fileFault.ifPresent(all::add);
        if (context.get() instanceof ContextLook.Unknown(String why)
                && !why.isEmpty()
                && folderFault.isEmpty()
                && fileFault.isEmpty()) {
            all.add(new BuildFault(Part.FOLDER, why));
        }
        all.addAll(BuildChecks.of(
                draft.get(),
                dockerfile.get(),
                builder.choiceProperty().get().flatMap(BuilderLook.Choice::secretsRefused)));
        String name = dockerfileName();
        request.set(
                name.isEmpty()
                        ? Optional.empty()
                        : folder.map(path -> draft.get().request(path, name)));
        faults.set(List.copyOf(all));
    }
}
