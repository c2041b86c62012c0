package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ImageSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks which images that no container uses are to go: a checklist, and exactly what it comes to.
final class PrunePanel extends VBox {
    private static final double WIDTH = 480;
    private static final double LIST = 224;

    private final List<ImageLine> untagged;
    private final List<ImageLine> named;
    private final CheckBox withUntagged = new CheckBox();
    private final CheckBox withNamed = new CheckBox();
    private final VBox rows = new VBox();
    private final Label sum = new Label();
    private final ActionButton cancel;
    private final ActionButton act;

    /// @param unused the names of all images that no container uses
    /// @param onPrune is handed what is to go
    PrunePanel(List<ImageLine> unused, Consumer<List<ImageLine>> onPrune, Runnable onCancel) {
        this.untagged = unused.stream().filter(line -> !line.name().isTagged()).toList();
        this.named = unused.stream().filter(line -> line.name().isTagged()).toList();
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label("Prune images");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        cancel = new ActionButton("Cancel", onCancel);
        act = new ActionButton("Delete", () -> onPrune.accept(chosen()));
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        offer(withUntagged, "Untagged images", "prune-untagged", untagged, true);
        offer(withNamed, "Other images no container uses", "prune-named", named, false);
        rows.getStyleClass().add("what-goes");
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.setPrefViewportHeight(LIST);
        list.setAccessibleText("What goes");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, withUntagged, withNamed, list, sum, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
        update();
    }

    /// Puts the focus where it starts.
    void focusCancel() {
        cancel.requestFocus();
    }

    private void offer(CheckBox box, String title, String id, List<ImageLine> lines, boolean on) {
        box.setText(title + " (" + images(lines).size() + ")");
        box.setId(id);
        box.setDisable(lines.isEmpty());
        box.setSelected(on && !lines.isEmpty());
        box.selectedProperty().subscribe((before, now) -> update());
    }

    private List<ImageLine> chosen() {
        List<ImageLine> all = new ArrayList<>();
        if (withUntagged.isSelected()) {
            all.addAll(untagged);
        }
        if (withNamed.isSelected()) {
            all.addAll(named);
        }
        return all;
    }

    private void update() {
        List<ImageLine> now = chosen();
        rows.getChildren().setAll(now.stream().map(PrunePanel::row).toList());
        List<ImageSummary> images = images(now);
        String what = images.size() == 1 ? "1 image" : images.size() + " images";
        long local = now.stream()
                .filter(line -> line.name().isTagged() && !line.isPullable())
                .map(line -> line.image().id())
                .distinct()
                .count();
        String most = Sizes.of(images.stream().mapToLong(ImageSummary::size).sum());
        String warning = switch ((int) local) {
            case 0 -> "";
            case 1 -> " 1 of them was made on this engine and can't be pulled again.";
            default -> " " + local + " of them were made on this engine and can't be pulled again.";
        };
        sum.setText(
                now.isEmpty()
                        ? "Nothing is chosen."
                        : "At most " + most + " become free: layers that other images share stay." + warning);
        act.setText("Delete " + what);
        act.setUnavailable(now.isEmpty() ? Optional.of("Nothing is chosen") : Optional.empty());
    }

    private static List<ImageSummary> images(List<ImageLine> lines) {
        return List.copyOf(lines.stream()
                .map(ImageLine::image)
                .collect(Collectors.toMap(ImageSummary::id, image -> image, (one, same) -> one))
                .values());
    }

    private static HBox row(ImageLine line) {
        Label name = new Label(line.title());
        name.getStyleClass().add(StyleClasses.MEDIUM);
        Label size = new Label(Sizes.of(line.image().size()));
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        size.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, size);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line");
        return row;
    }
}
