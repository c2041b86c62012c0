package io.quayside.desktop.ui.images.detail.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.layer.ImageLayer;
import io.quayside.engine.model.HistoryEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerMatchTest {
    private static List<LayerStep> steps(HistoryEntry... entries) {
        return LayerStep.of(Arrays.asList(entries));
    }

    private static HistoryEntry step(String createdBy, long size) {
        return new HistoryEntry("", Optional.empty(), createdBy, size, "", List.of());
    }

    private static ImageLayer layer(String createdBy, long size) {
        return new ImageLayer("", createdBy, size, List.of(), "");
    }

    @Test
    void stepsWithFilesMadeTheLayersWhenTheyAreAsMany() {
        assertEquals(
                Map.of(1, 0, 3, 1),
                LayerMatch.byCount(steps(step("ADD x /", 10), step("ENV A=1", 0), step("COPY y /", 5)), 2));
    }

    @Test
    void layerWithoutBytesIsThatOfAnInstructionThatMakesFiles() {
        assertEquals(
                Map.of(1, 0, 2, 1),
                LayerMatch.byCount(steps(step("ADD x /", 10), step("WORKDIR /srv", 0), step("CMD [\"sh\"]", 0)), 2));
    }

    @Test
    void doubtLeavesNothing() {
        assertEquals(Map.of(), LayerMatch.byCount(steps(step("Not said", 0), step("ADD x /", 10)), 2));
    }

    @Test
    void theImagesOwnWordsDecide() {
        List<LayerStep> steps =
                steps(step("sh -c a", 4), step("sh -c b", 0), step("ENV A=1", 0), step("sh -c b", 9), step("x", 0));
        assertEquals(
                Map.of(1, 0, 4, 1, 5, 2),
                LayerMatch.byWords(steps, List.of(layer("sh -c a", 4), layer("sh -c b", 9), layer("x", 0))));
    }
}
