package io.quayside.desktop.ui.containers;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Volume;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much data volumes hold. Measuring takes the engine a while, so whoever asks goes on meanwhile. FX thread; a
/// virtual thread asks.
final class VolumeSizes {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeSizes.class);

    private final ContainersParts parts;

    VolumeSizes(ContainersParts parts) {
        this.parts = parts;
    }

    /// Hands over the bytes of all volumes that could be measured, by name; nothing when the engine can't.
    void measure(Consumer<Map<String, Long>> then) {
        Thread.ofVirtual().name("volume-sizes").start(() -> {
            try {
                Map<String, Long> sizes = new HashMap<>();
                for (Volume volume : parts.connected().system().diskUsage().volumes()) {
                    volume.size().ifPresent(bytes -> sizes.put(volume.name(), bytes));
                }
                parts.fx().run(() -> then.accept(sizes));
            } catch (EngineException e) {
                LOG.info("The sizes of volumes are not known: {}", e.toString());
            }
        });
    }
}
