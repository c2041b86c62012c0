package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ImageDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the list of images doesn't say: for which machines each is, and what all of them take on the disk, where layers
/// that several have count once. Asked only while the page is shown, and of an image only once, as it never changes. FX
/// thread.
final class ImageFacts {
    private static final Logger LOG = LoggerFactory.getLogger(ImageFacts.class);

    private final ContainersParts parts;
    private final Consumer<Map<String, String>> archs;
    private final Consumer<OptionalLong> onDisk;
    private final LatestAnswer inspections;
    private final LatestAnswer measure;
    private boolean outdated = true;
    private boolean inspectable = true;

    /// @param archs is told which machines images are for, by id
    /// @param onDisk is told how much all of them take
    ImageFacts(ContainersParts parts, Consumer<Map<String, String>> archs, Consumer<OptionalLong> onDisk) {
        this.parts = parts;
        this.archs = archs;
        this.onDisk = onDisk;
        this.inspections = new LatestAnswer(parts.fx(), "image-inspect");
        this.measure = new LatestAnswer(parts.fx(), "image-sizes");
    }

    /// Images came or went.
    void outdated() {
        outdated = true;
    }

    /// Asks for what isn't known.
    ///
    /// @param unknown the images whose machines are not known
    void ask(List<String> unknown) {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isEmpty()) {
            return;
        }
        if (!unknown.isEmpty() && inspectable && !inspections.isWaiting()) {
            inspections.ask(() -> inspect(engine.get(), unknown), answer -> {
                inspectable = answer.isPresent();
                answer.ifPresent(archs);
            });
        }
        if (outdated && !measure.isWaiting()) {
            outdated = false;
            measure.ask(() -> measure(engine.get()), answer -> {
                onDisk.accept(answer);
                ask(List.of()); // what changed meanwhile
            });
        }
    }

    /// Nobody looks any more.
    void hidden() {
        outdated |= measure.isWaiting();
        inspectable = true;
        inspections.stop();
        measure.stop();
    }

    /// Whether everything that was asked is answered.
    boolean settled() {
        return !inspections.isWaiting() && !measure.isWaiting();
    }

    private static Optional<Map<String, String>> inspect(Engine engine, List<String> ids) {
        Map<String, String> found = new HashMap<>();
        for (String id : ids) {
            try {
                ImageDetails image = engine.images().inspect(id);
                found.put(
                        id,
                        image.variant().isEmpty()
                                ? image.architecture()
                                : image.architecture() + "/" + image.variant());
            } catch (NotFoundException e) {
                found.put(id, ""); // deleted meanwhile
            } catch (EngineException e) {
                LOG.debug("Image {} can't be inspected", id, e);
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static OptionalLong measure(Engine engine) {
        try {
            return OptionalLong.of(engine.system().diskUsage().layersSize());
        } catch (EngineException e) {
            LOG.debug("The engine can't say what its images take", e);
            return OptionalLong.empty();
        }
    }
}
