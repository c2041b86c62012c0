package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.engine.layer.ImageLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which layer a step of the history made. The engine's history doesn't say which steps made one.
final class LayerMatch {
    private static final Pattern MAKES_FILES = Pattern.compile("(?:RUN|COPY|ADD|WORKDIR)\\b.*", Pattern.DOTALL);

    private LayerMatch() {}

    /// By the number of layers alone; nothing where that leaves a doubt.
    ///
    /// @param steps oldest first
    /// @return the layer, from 0, by the number of its step
    static Map<Integer, Integer> byCount(List<LayerStep> steps, int layers) {
        for (Predicate<LayerStep> rule : List.<Predicate<LayerStep>>of(
                LayerStep::hasFiles,
                step -> step.hasFiles()
                        || MAKES_FILES.matcher(step.instruction()).matches())) {
            List<LayerStep> made = steps.stream().filter(rule).toList();
            if (made.size() == layers) {
                Map<Integer, Integer> match = new HashMap<>();
                for (LayerStep step : made) {
                    match.put(step.number(), match.size());
                }
                return match;
            }
        }
        return Map.of();
    }

    /// By what the image itself says about each layer.
    ///
    /// @param steps oldest first
    /// @param layers lowest first
    /// @return the layer, from 0, by the number of its step
    static Map<Integer, Integer> byWords(List<LayerStep> steps, List<ImageLayer> layers) {
        Map<Integer, Integer> match = new HashMap<>();
        int from = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            int at = find(steps, layers.get(layer), from);
            if (at < 0) {
                return byCount(steps, layers.size());
            }
            match.put(steps.get(at).number(), layer);
            from = at + 1;
        }
        return match;
    }

    private static int find(List<LayerStep> steps, ImageLayer layer, int from) {
        int first = -1;
        for (int i = from; i < steps.size(); i++) {
            LayerStep step = steps.get(i);
            if (step.entry().createdBy().equals(layer.createdBy())) {
                if (layer.size() == 0 || step.hasFiles()) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }
}
