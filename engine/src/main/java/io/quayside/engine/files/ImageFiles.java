package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.volume.Undisturbed;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Files of an image. Engines give them only as those of a container, so one is created, never started, and deleted.
final class ImageFiles {
    /// What marks such a container.
    static final String LABEL = "io.quayside.files-of-image";

    private final Engine engine;
    private final String image;
    private final InstantSource clock;

    ImageFiles(Engine engine, String image, InstantSource clock) {
        this.engine = engine;
        this.image = image;
        this.clock = clock;
    }

    Optional<FileContent> read(String path, int limit) throws EngineException, IOException, FileActionException {
        // Known before it is there, so that it is found when this is cancelled in between.
        String helper = "quayside-" + UUID.randomUUID();
        try {
            ContainerSpec spec = ContainerSpec.of(image, "true");
            engine.containers()
                    .create(
                            spec.with(spec.config().toBuilder()
                                    .labels(Map.of(LABEL, image))
                                    .build()),
                            CreateOptions.named(helper));
            return content(helper, path, limit);
        } finally {
            Undisturbed.remove(engine, helper, RemoveOptions.withEverything());
        }
    }

    private Optional<FileContent> content(String helper, String path, int limit)
            throws EngineException, IOException, FileActionException {
        try {
            return Optional.of(
                    new ContainerFileSystem(engine, helper, false, MountMarks.none(), clock).read(path, limit));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
