package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.layer.ImageContents;
import io.quayside.engine.layer.ImageLayer;
import io.quayside.engine.layer.LayerFile;
import io.quayside.engine.layer.LayerFile.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What a layer does to which files, read when somebody wants to see it; and what of the image is space that nobody
/// sees.
final class LayerFiles extends VBox {
    private final LayerContents contents;
    private final SearchField filter = new SearchField("Filter files", "").small();
    private final Label summary = new Label();
    private final Hyperlink waste = new Hyperlink();
    private final LayerFileTable table = new LayerFileTable();
    private String title = "";
    private long size;
    private Map<Integer, Integer> match = Map.of();
    private Optional<LayerStep> selected = Optional.empty();
    private boolean wasted;
    private Subscription following = Subscription.EMPTY;

    LayerFiles(LayerContents contents) {
        this.contents = contents;
        getStyleClass().add("layer-files");
        setMinHeight(120);
        filter.setId("layer-files-filter");
        filter.setPrefWidth(220);
        filter.setMinWidth(160);
        summary.getStyleClass().addAll(StyleClasses.META);
        summary.setId("layer-files-summary");
        summary.setMinWidth(60);
        waste.setId("layer-waste");
        waste.getStyleClass().add(StyleClasses.META);
        waste.setMinWidth(USE_PREF_SIZE);
        waste.setOnAction(event -> {
            waste.setVisited(false);
            wasted = !wasted;
            list();
        });
        filter.textProperty().subscribe(text -> list());
        VBox.setVgrow(table, Priority.ALWAYS);
        contents.stateProperty().subscribe(this::show);
    }

    /// @param name what the image is called
    /// @param bytes about as large its archive is
    void image(String name, long bytes) {
        title = name;
        size = bytes;
        wasted = false;
        show(contents.stateProperty().get());
    }

    /// Reads what isn't read yet.
    void read() {
        contents.readOnce(title, size);
    }

    /// Which layer each step made.
    void match(Map<Integer, Integer> layerByStep) {
        match = layerByStep;
        list();
    }

    void select(Optional<LayerStep> step) {
        selected = step;
        wasted = false;
        list();
    }

    private void show(LayerContents.State state) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        switch (state) {
            case LayerContents.State.Closed _ -> {
                ActionButton read = new ActionButton("Read the files", () -> contents.read(title, size));
                getChildren()
                        .setAll(grown(new EmptyState(
                                "Which files each layer adds, changes and removes",
                                "Quayside reads the whole image for that, " + Sizes.of(size) + ".",
                                read)));
            }
            case LayerContents.State.Reading(AppTask task) -> reading(task);
            case LayerContents.State.Failed(var problem) -> {
                ActionButton again = new ActionButton("Try again", () -> contents.read(title, size)).small();
                VBox place = new VBox(8, new ProblemPane(ProblemPane.Form.BANNER, problem), again);
                place.getStyleClass().add("layer-files-state");
                getChildren().setAll(place);
            }
            case LayerContents.State.Read _ -> {
                Gap gap = new Gap();
                HBox head = new HBox(12, summary, gap, waste, filter);
                head.setAlignment(Pos.CENTER_LEFT);
                head.getStyleClass().add("layer-files-head");
                getChildren().setAll(head, table);
                list();
            }
        }
    }

    private void reading(AppTask task) {
        Label words = new Label();
        words.getStyleClass().add(StyleClasses.META);
        MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        ActionButton cancel = new ActionButton("Cancel", task::cancel).small();
        cancel.setAccessibleText("Cancel reading the layers of " + title);
        HBox line = new HBox(12, words, bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("layer-files-state");
        words.setMinWidth(140);
        getChildren().setAll(line);
        following = Subscription.combine(
                task.detailProperty().subscribe(text -> words.setText(text.isEmpty() ? "Asking the engine" : text)),
                task.progressProperty().subscribe(share -> bar.glideTo(Math.max(0, share.doubleValue()))));
    }

    private void list() {
        contents.contents().ifPresent(read -> {
            waste.setVisible(!read.wasted().isEmpty());
            waste.setText(wasted ? "Back to the layer" : waste(read));
            if (wasted) {
                listWaste(read);
            } else {
                selected.map(step -> match.get(step.number()))
                        .filter(layer -> layer < read.layers().size())
                        .ifPresentOrElse(layer -> list(read.layers().get(layer)), this::listNothing);
            }
        });
    }

    private static String waste(ImageContents read) {
        int paths = read.wasted().size();
        return "Wasted: " + Sizes.of(read.wastedBytes()) + " in " + (paths == 1 ? "1 file" : paths + " files");
    }

    private void listNothing() {
        table.show(List.of());
        summary.setText(selected.isPresent() ? "This step changes no files." : "Select a layer to see its files.");
    }

    private void list(ImageLayer layer) {
        String problem = layer.problem().isEmpty()
                ? ""
                : " It can't be read to its end: " + SafeText.line(layer.problem()) + ".";
        summary.setText(count(layer, Change.ADDED) + " added, " + count(layer, Change.CHANGED) + " changed, "
                + count(layer, Change.REMOVED) + " removed, " + Sizes.of(layer.size()) + "." + problem);
        table.show(layer.files().stream()
                .map(file -> new LayerFileTable.Line(SafeText.line(file.path()), word(file), file.size()))
                .filter(this::isWanted)
                .toList());
    }

    private void listWaste(ImageContents read) {
        summary.setText("Lies in layers, and later layers replace or remove it.");
        table.show(read.wasted().stream()
                .map(file -> new LayerFileTable.Line(
                        SafeText.line(file.path()), file.removed() ? "Removed" : "Replaced", file.bytes()))
                .filter(this::isWanted)
                .toList());
    }

    private boolean isWanted(LayerFileTable.Line line) {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        return line.path().toLowerCase(Locale.ROOT).contains(wanted)
                || line.change().toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static long count(ImageLayer layer, Change change) {
        return layer.files().stream().filter(file -> file.change() == change).count();
    }

    private static String word(LayerFile file) {
        return switch (file.change()) {
            case ADDED -> "Added";
            case CHANGED -> "Changed";
            case REMOVED -> "Removed";
        };
    }

    private static Node grown(Region node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
