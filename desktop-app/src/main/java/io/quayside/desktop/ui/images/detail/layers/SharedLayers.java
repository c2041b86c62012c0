package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// With how many other images each layer of one is shared. Engines share a layer when all layers below are the same
/// too. FX thread.
public final class SharedLayers {
    private final ContainersParts parts;
    private final LatestAnswer asked;

    public SharedLayers(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "shared-layers");
    }

    /// Asks the engine about all its images.
    ///
    /// @param layers of the image, lowest first
    /// @param then is told how many others have each
    void ask(String id, List<String> layers, Consumer<List<Integer>> then) {
        parts.session().engine().ifPresent(engine -> asked.ask(() -> count(engine, id, layers), then));
    }

    public void stop() {
        asked.stop();
    }

    boolean isWaiting() {
        return asked.isWaiting();
    }

    private static List<Integer> count(Engine engine, String id, List<String> layers) {
        int[] shared = new int[layers.size()];
        try {
            for (ImageSummary other : engine.images().list(ImageFilter.everything())) {
                if (!other.id().equals(id) && !Thread.currentThread().isInterrupted()) {
                    List<String> theirs = layers(engine, other.id());
                    for (int i = 0; i < common(layers, theirs); i++) {
                        shared[i]++;
                    }
                }
            }
        } catch (EngineException e) {
            return List.of(); // then the column says nothing
        }
        List<Integer> counts = new ArrayList<>();
        for (int each : shared) {
            counts.add(each);
        }
        return counts;
    }

    private static List<String> layers(Engine engine, String id) throws EngineException {
        try {
            return engine.images().inspect(id).layers();
        } catch (NotFoundException e) {
            return List.of(); // it has gone meanwhile
        }
    }

    /// How many of the lowest layers are the same.
    static int common(List<String> one, List<String> other) {
        int i = 0;
        while (i < Math.min(one.size(), other.size()) && one.get(i).equals(other.get(i))) {
            i++;
        }
        return i;
    }
}
