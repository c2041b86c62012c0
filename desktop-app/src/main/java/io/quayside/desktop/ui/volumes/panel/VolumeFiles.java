package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.ContainerReader;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.files.FileDraft;
import io.quayside.desktop.ui.containers.detail.files.FilesPlace;
import io.quayside.desktop.ui.containers.detail.files.FilesTab;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumeUser;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.volume.Helper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The files of a volume. A running container with it is asked, which lists by a program in it and can delete; without
/// one a container is made for as long as the files are looked at. A text that isn't saved is kept when they are left.
/// FX thread; a virtual thread makes and removes the container.
final class VolumeFiles {
    private final ContainersParts parts;
    private final ShellContext shell;
    private final StackPane root = new StackPane();
    private final Map<Of, Left> drafts = new LinkedHashMap<>();
    private String volume = "";
    private Of shown = new Of("", "");
    private String folder = "";
    private String through = "";
    private int asked;
    private boolean opening;
    private @Nullable FilesTab tab;
    private @Nullable Helper helper;

    /// Through which container the files are seen.
    ///
    /// @param folder where it has the volume
    /// @param helper one that was made for this
    private record Through(Container container, String folder, boolean deletes, Optional<Helper> helper) {}

    /// A volume, by its name.
    ///
    /// @param engine the one that has it
    private record Of(String engine, String volume) {}

    /// @param folder where the container had the volume that it was read through
    private record Left(FileDraft draft, String folder) {}

    private record Answer(Optional<Through> through, Optional<Problem> problem) {}

    VolumeFiles(ContainersParts parts, ShellContext shell) {
        this.parts = parts;
        this.shell = shell;
    }

    Node node() {
        return root;
    }

    boolean settled() {
        FilesTab open = tab;
        return !opening && (open == null || open.settled());
    }

    void focus() {
        FilesTab open = tab;
        if (open != null) {
            open.focusMain();
        }
    }

    boolean escape() {
        FilesTab open = tab;
        return open != null && open.escape();
    }

    /// The container that is asked may have stopped, or is gone.
    void changed(VolumeLine line) {
        boolean lost = !through.isEmpty()
                && line.usedBy().stream()
                        .noneMatch(user -> user.up() && user.id().equals(through));
        if (line.name().equals(volume) && lost) {
            close();
            open(line);
        }
    }

    void open(VolumeLine line) {
        if (line.name().equals(volume)) {
            return;
        }
        close();
        volume = line.name();
        shown = new Of(engineKey(), volume);
        note("Opening " + line.title() + "…");
        Optional<Engine> engine = parts.session().engine();
        if (engine.isEmpty()) {
            volume = "";
            note("There is no connection to the engine.");
            return;
        }
        int question = asked;
        opening = true;
        Thread.ofVirtual().name("volume-files").start(() -> {
            Answer answer = look(engine.get(), line);
            parts.fx().run(() -> take(answer, question));
        });
    }

    /// The answer to an older question comes too late, and what was made for it goes.
    private void take(Answer answer, int question) {
        Optional<Helper> made = answer.through().flatMap(Through::helper);
        if (question != asked) {
            made.ifPresent(VolumeFiles::remove);
            return;
        }
        opening = false;
        helper = made.orElse(null);
        answer.problem()
                .ifPresent(why -> root.getChildren().setAll(new VBox(new ProblemPane(ProblemPane.Form.BANNER, why))));
        answer.through().ifPresent(this::show);
    }

    private void note(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setPadding(new Insets(16));
        root.getChildren().setAll(new VBox(label));
    }

    private void show(Through found) {
        through = found.helper().isPresent() ? "" : found.container().id();
        FilesTab next = FilesTab.ofVolume(
                new DetailContext(parts, shell), FilesPlace.volume(found.folder(), volume, found.deletes()));
        tab = next;
        Label how = new Label(
                found.helper().isPresent()
                        ? "Opened with a temporary container"
                        : "Opened through " + SafeText.line(found.container().name()));
        how.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "volume-how");
        how.setId("volume-how");
        VBox.setVgrow(next.root(), Priority.ALWAYS);
        root.getChildren().setAll(new VBox(how, next.root()));
        next.shown(ContainerLine.of(
                found.container(),
                parts.session().mirror().snapshot(),
                parts.clock().instant()));
        folder = found.folder();
        Left left = drafts.remove(shown);
        if (left != null) {
            next.resume(left.draft(), left.folder());
        }
    }

    /// What isn't saved, of every volume that was shown: which file, by the volume's name.
    Map<String, String> unsaved() {
        Map<String, String> all = new LinkedHashMap<>();
        open().ifPresent(draft -> all.put(shown.volume(), words(draft, shown)));
        drafts.forEach((of, left) -> all.put(of.volume(), words(left.draft(), of)));
        return all;
    }

    private static String words(FileDraft draft, Of of) {
        return draft.name() + " in " + SafeText.line(of.volume());
    }

    private Optional<FileDraft> open() {
        return Optional.ofNullable(tab).flatMap(FilesTab::draft);
    }

    /// Volumes that are gone have nothing to save to.
    ///
    /// @param there the names of those that the engine has
    void keep(Set<String> there) {
        String engine = engineKey();
        drafts.keySet().removeIf(of -> of.engine().equals(engine) && !there.contains(of.volume()));
    }

    private String engineKey() {
        return parts.session().choice().map(EngineChoice::key).orElse("");
    }

    /// Runs on a thread of its own.
    private Answer look(Engine engine, VolumeLine line) {
        try {
            Optional<Through> user = running(engine, line);
            return new Answer(Optional.of(user.isPresent() ? user.get() : helper(engine, line)), Optional.empty());
        } catch (EngineException e) {
            return new Answer(
                    Optional.empty(), Optional.of(parts.problems().map(e, new Attempt("open", line.title()))));
        }
    }

    private static Optional<Through> running(Engine engine, VolumeLine line) throws EngineException {
        for (VolumeUser user : line.usedBy()) {
            Optional<Through> through = user.up() ? through(engine, user, line.name()) : Optional.empty();
            if (through.isPresent()) {
                return through;
            }
        }
        return Optional.empty();
    }

    /// The row may be a moment behind: the container may have stopped or gone.
    private static Optional<Through> through(Engine engine, VolumeUser user, String volume) throws EngineException {
        try {
            ContainerDetails details = engine.containers().inspect(user.id());
            Container container = ContainerReader.of(details);
            return details.mounts().stream()
                    .filter(mount -> container.isUp() && mount.name().equals(volume) && mount.writable())
                    .findFirst()
                    .map(mount -> new Through(container, mount.destination(), true, Optional.empty()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Through helper(Engine engine, VolumeLine line) throws EngineException {
        Helper made = Helper.open(engine, line.name(), false);
        boolean known = false;
        try {
            Container container = ContainerReader.of(engine.containers().inspect(made.container()));
            known = true;
            return new Through(container, Helper.MOUNT, false, Optional.of(made));
        } finally {
            if (!known) {
                made.close();
            }
        }
    }

    void close() {
        open().ifPresent(draft -> drafts.put(shown, new Left(draft, folder)));
        volume = "";
        through = "";
        asked++;
        opening = false;
        FilesTab left = tab;
        Helper made = helper;
        tab = null;
        helper = null;
        root.getChildren().clear();
        if (left != null) {
            left.hidden();
        }
        if (made != null && left != null) {
            // A copy goes on when nobody looks; it needs what it goes through.
            left.whenCopied(() -> remove(made));
        } else if (made != null) {
            remove(made);
        }
    }

    private static void remove(Helper made) {
        Thread.ofVirtual().name("volume-close").start(made::close);
    }
}
