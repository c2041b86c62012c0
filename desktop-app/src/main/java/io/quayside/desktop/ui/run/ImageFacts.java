package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageSummary;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What an image says by itself. It is read once for each image that the form names. FX thread.
final class ImageFacts {
    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<ImageDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> wanted = Optional.empty();

    ImageFacts(ContainersParts parts) {
        this.parts = parts;
    }

    /// Empty until it was read, and for an image that isn't there.
    ReadOnlyObjectProperty<Optional<ImageDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// From now on it is about this image.
    void follow(Optional<ImageSummary> image) {
        Optional<String> id = image.map(ImageSummary::id);
        boolean away = parts.session().engine().isEmpty(); // it is asked for again when the engine is there
        if (id.equals(wanted) || away) {
            return;
        }
        wanted = id;
        details.set(Optional.empty());
        id.ifPresent(one -> parts.tasks().task("Reading the image").brief().start(context -> read(one), read -> {
            if (wanted.filter(one::equals).isPresent()) {
                details.set(read);
                // Asked for again when the form or the engine changes.
                wanted = read.map(ignored -> one);
            }
        }));
    }

    /// Nobody asked for this: that it can't be read is no failure to tell.
    private Optional<ImageDetails> read(String id) {
        try {
            return Optional.of(parts.connected().images().inspect(id));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }
}
