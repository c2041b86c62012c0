package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The name under which an image is pushed. If the push gave it to the image and came to nothing, the engine has its
/// names as before.
///
/// @param before the image that had the name, empty if none had
/// @param given whether the push gave it
record PushName(Engine engine, String source, String reference, Optional<String> before, boolean given) {
    private static final Logger LOG = LoggerFactory.getLogger(PushName.class);

    /// Gives an image a name, unless that is its own. Blocks.
    static PushName give(Engine engine, String source, String reference) throws EngineException {
        if (source.equals(reference)) {
            return new PushName(engine, source, reference, Optional.of(source), false);
        }
        Optional<String> before = idOf(engine, reference);
        String image = engine.images().inspect(source).id();
        if (before.filter(image::equals).isPresent()) {
            return new PushName(engine, image, reference, before, false);
        }
        name(engine, image, reference);
        return new PushName(engine, image, reference, before, true);
    }

    private static Optional<String> idOf(Engine engine, String reference) throws EngineException {
        try {
            return Optional.of(engine.images().inspect(reference).id());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static void name(Engine engine, String image, String reference) throws EngineException {
        ImageName target = ImageName.tagged(reference);
        engine.images().tag(image, target.repository(), target.tag());
    }

    /// Takes the name away again, or gives it back, on a thread of its own: that of the push may be interrupted.
    void takeBack() {
        if (given) {
            Thread.ofVirtual().name("push-undo").start(this::undo);
        }
    }

    private void undo() {
        try {
            if (before.isPresent()) {
                name(engine, before.get(), reference);
            } else if (engine.images().inspect(source).tags().size() > 1) {
                // Of an image without another name, this would delete it.
                engine.images().remove(reference, false, true);
            }
        } catch (EngineException e) {
            LOG.warn("The name {} stays after a push that failed: {}", reference, e.getMessage());
        }
    }
}
