package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.updates.UpdateState;
import io.quayside.desktop.updates.UpdateTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImageSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One image: asked for when it is shown and each time that its names change, with the containers that use it, live. FX
/// thread.
public final class ImageViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final ConnectionState connection;
    private final LatestAnswer asked;
    private final ReadOnlyObjectWrapper<ImageAnswer> answer = new ReadOnlyObjectWrapper<>(new ImageAnswer.Waiting());
    private final ReadOnlyObjectWrapper<List<ImageUser>> users = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Update> update = new ReadOnlyObjectWrapper<>(Update.NONE);
    private String image = "";
    private Optional<ImageSummary> known = Optional.empty();
    private boolean read;

    /// What is known of an update.
    ///
    /// @param reference the name that its registry is asked for, if it can be asked
    record Update(Optional<String> reference, UpdateState state) {
        static final Update NONE = new Update(Optional.empty(), new UpdateState.Unknown());
    }

    ImageViewModel(ContainersParts parts) {
        this.parts = parts;
        this.connection = new ConnectionState(parts);
        this.asked = new LatestAnswer(parts.fx(), "image-details");
    }

    /// The image with this id or name from now on.
    void image(String idOrName) {
        if (!idOrName.equals(image)) {
            image = idOrName;
            forget();
        }
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.updates().onChange(this::showUpdate));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> connection.status(status))));
    }

    @Override
    protected void onHidden() {
        asked.stop();
        connection.hidden();
        read = false;
    }

    ReadOnlyObjectProperty<ImageAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The containers that were made from it.
    ReadOnlyObjectProperty<List<ImageUser>> usersProperty() {
        return users.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Update> updateProperty() {
        return update.getReadOnlyProperty();
    }

    /// Asks the registry whether it has another image under this name.
    void checkUpdate() {
        target().ifPresent(target ->
                parts.updates().check(List.of(target), SafeText.line(target.reference()), ignored -> {}));
    }

    private Optional<UpdateTarget> target() {
        return known.flatMap(now -> now.tags().stream()
                .filter(image::equals)
                .findFirst()
                .or(() -> now.tags().stream().findFirst())
                .flatMap(reference -> UpdateTarget.of(now, reference)));
    }

    private void showUpdate() {
        Optional<UpdateTarget> target = target();
        update.set(
                target.isEmpty()
                        ? Update.NONE
                        : new Update(
                                target.map(UpdateTarget::reference),
                                parts.updates()
                                        .of(known.orElseThrow(), target.get().reference())));
    }

    ConnectionState connection() {
        return connection;
    }

    /// Whether the last question was answered, or can't be.
    boolean settled() {
        return !asked.isWaiting() && (read || !connection.isWaiting());
    }

    private void forget() {
        asked.stop();
        read = false;
        known = Optional.empty();
        update.set(Update.NONE);
        users.set(List.of());
        answer.set(new ImageAnswer.Waiting());
        if (isShown()) {
            take(parts.session().mirror().snapshot());
        }
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown() || image.isEmpty()) {
            return;
        }
        connection.snapshot(snapshot);
        Optional<ImageSummary> now =
                snapshot.images().orElse(List.of()).stream().filter(this::isIt).findFirst();
        now.ifPresent(found -> users.set(users(snapshot, found.id())));
        Optional<Engine> engine = parts.session().engine();
        boolean changed = !now.equals(known);
        known = now;
        showUpdate();
        if (snapshot.live() && engine.isPresent() && (changed || !read)) {
            read = true;
            asked.ask(() -> ask(engine.get(), image), answer::set);
        }
    }

    private boolean isIt(ImageSummary summary) {
        return summary.id().equals(image)
                || summary.tags().contains(image)
                || summary.id().equals("sha256:" + image)
                || (image.length() >= 12 && summary.id().startsWith("sha256:" + image));
    }

    private ImageAnswer ask(Engine engine, String which) {
        try {
            List<HistoryEntry> history = new ArrayList<>(engine.images().history(which));
            Collections.reverse(history);
            return new ImageAnswer.Read(engine.images().inspect(which), history);
        } catch (NotFoundException e) {
            return new ImageAnswer.Gone();
        } catch (EngineException e) {
            return new ImageAnswer.Failed(parts.problems().map(e, new Attempt("inspect", SafeText.line(which))));
        }
    }

    private static List<ImageUser> users(MirrorSnapshot snapshot, String id) {
        return snapshot.containers().orElse(Map.<String, Container>of()).values().stream()
                .filter(container -> container.imageId().equals(id))
                .map(container -> new ImageUser(container.id(), SafeText.line(container.name()), container.isUp()))
                .toList();
    }
}
