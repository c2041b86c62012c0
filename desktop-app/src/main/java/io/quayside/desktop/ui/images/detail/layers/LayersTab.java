package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImageDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// The layers of an image, and below them what the selected one does to which files.
public final class LayersTab extends SplitPane {
    private final SharedLayers shared;
    private final LayerContents contents;
    private final LayerTable table;
    private final LayerFiles files;
    private String id = "";
    private List<LayerStep> steps = List.of();
    private List<Integer> shares = List.of();
    private int layers;

    public LayersTab(ContainersParts parts, Consumer<String> copy) {
        this.shared = new SharedLayers(parts);
        this.contents = new LayerContents(parts);
        this.table = new LayerTable(copy);
        this.files = new LayerFiles(contents);
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(0.5);
        SplitPane.setResizableWithParent(files, false);
        getItems().addAll(table, files);
        table.getSelectionModel().selectedItemProperty().subscribe(step -> files.select(Optional.ofNullable(step)));
        contents.stateProperty().subscribe(ignored -> match());
    }

    /// @param history oldest first
    public void show(ImageDetails image, List<HistoryEntry> history) {
        List<LayerStep> next = LayerStep.of(history);
        if (image.id().equals(id) && next.equals(steps)) {
            return;
        }
        id = image.id();
        steps = next;
        layers = image.layers().size();
        shares = List.of();
        files.image(
                SafeText.line(image.tags().stream().findFirst().orElseGet(() -> ImageLine.shortId(image.id()))),
                image.size());
        contents.image(id);
        match();
        shared.ask(id, image.layers(), this::sharing);
    }

    /// Reads the files of the image that is shown, unless they are read or on their way.
    public void read() {
        files.read();
    }

    /// The page isn't on screen any more.
    public void hidden() {
        shared.stop();
    }

    /// Whether everything that was asked for is answered.
    public boolean settled() {
        return !shared.isWaiting();
    }

    /// What is inside the image tells best which step made which layer.
    private void match() {
        Map<Integer, Integer> layerByStep = contents.contents()
                .map(read -> LayerMatch.byWords(steps, read.layers()))
                .orElseGet(() -> LayerMatch.byCount(steps, layers));
        files.match(layerByStep);
        Map<Integer, Integer> sharedBy = new HashMap<>();
        layerByStep.forEach((step, layer) -> {
            if (layer < shares.size()) {
                sharedBy.put(step, shares.get(layer));
            }
        });
        table.show(steps, sharedBy);
    }

    private void sharing(List<Integer> counts) {
        shares = counts;
        match();
    }
}
