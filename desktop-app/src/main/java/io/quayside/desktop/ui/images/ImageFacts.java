package io.quayside.desktop.ui.images;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageDetails;
import java.time.Duration;
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

    /// To ask about more than these keeps the computer busy: their rows are painted first.
    private static final int MANY = 200;

    private static final Duration PAUSE = Duration.ofMillis(400);

    /// What images take.
    ///
    /// @param onDisk bytes of all layers, each counted once
    /// @param shared bytes that an image has in common with others, by its id, as far as the engine says
    record Measured(OptionalLong onDisk, Map<String, Long> shared) {
        Measured {
            shared = Map.copyOf(shared);
        }
    }

    private final ContainersParts parts;
    private final Consumer<Map<String, String>> archs;
    private final Consumer<Measured> measured;
    private final LatestAnswer inspections;
    private final LatestAnswer measure;
    private boolean outdated = true;
    private boolean inspectable = true;
    private Subscription pause = () -> {};
    private boolean paused;
    private boolean painted;

    /// @param archs is told which machines images are for, by id
    /// @param measured is told how much they take
    ImageFacts(ContainersParts parts, Consumer<Map<String, String>> archs, Consumer<Measured> measured) {
        this.parts = parts;
        this.archs = archs;
        this.measured = measured;
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
        if (engine.isEmpty() || paused) {
            return;
        }
        if (unknown.size() > MANY && !painted) {
            paused = true;
            pause = parts.fx().after(PAUSE, () -> {
                paused = false;
                painted = true;
                ask(unknown);
            });
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
                measured.accept(answer);
                ask(List.of()); // what changed meanwhile
            });
        }
    }

    /// Nobody looks any more.
    void hidden() {
        outdated |= measure.isWaiting();
        inspectable = true;
        pause.close();
        paused = false;
        painted = false;
        inspections.stop();
        measure.stop();
    }

    /// Whether everything that was asked is answered.
    boolean settled() {
        return !paused && !inspections.isWaiting() && !measure.isWaiting();
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

    private static Measured measure(Engine engine) {
        try {
            DiskUsage usage = engine.system().diskUsage();
            Map<String, Long> shared = new HashMap<>();
            usage.images().forEach(image -> image.sharedSize().ifPresent(bytes -> shared.put(image.id(), bytes)));
            return new Measured(OptionalLong.of(usage.layersSize()), shared);
        } catch (EngineException e) {
            LOG.debug("The engine can't say what its images take", e);
            return new Measured(OptionalLong.empty(), Map.of());
        }
    }
}
