package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.compose.ComposeReading;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.recreate.ContainerEdit;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The compose file of the container that is edited, read once for each edit. FX thread.
final class ComposeRead {
    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<ComposeReading>> reading =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ContainerEdit> wanted = Optional.empty();

    ComposeRead(ContainersParts parts) {
        this.parts = parts;
    }

    /// Empty until it was read.
    ReadOnlyObjectProperty<Optional<ComposeReading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// From now on it is about this container.
    void follow(ContainerEdit edit) {
        wanted = Optional.of(edit);
        reading.set(Optional.empty());
        ComposeOrigin.of(edit.details().labels())
                .ifPresent(origin -> parts.tasks()
                        .task("Reading the compose file")
                        .brief()
                        .onFailure(ignored -> {}) // cancelled, or no engine: then it isn't said // cancelled
                        .start(context -> read(origin), read -> {
                            if (wanted.filter(edit::equals).isPresent()) {
                                reading.set(Optional.of(read));
                            }
                        }));
    }

    private ComposeReading read(ComposeOrigin origin) throws EngineException {
        try {
            return parts.compose().read(origin, parts.connected().endpoint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(null, e);
        }
    }
}
