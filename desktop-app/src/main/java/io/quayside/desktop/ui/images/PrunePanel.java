package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.list.DeleteChecklist;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ImageSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Asks which images that no container uses are to go: a checklist, and exactly what it comes to.
final class PrunePanel extends DeleteChecklist {
    private static final double LIST = 224;

    private final List<ImageLine> untagged;
    private final List<ImageLine> named;
    private final CheckBox withUntagged = new CheckBox();
    private final CheckBox withNamed = new CheckBox();
    private final Consumer<List<ImageLine>> onPrune;

    /// @param unused the names of all images that no container uses
    /// @param onPrune is handed what is to go
    PrunePanel(List<ImageLine> unused, Consumer<List<ImageLine>> onPrune, Runnable onCancel) {
        super("Prune images", "What goes", LIST, onCancel);
        this.onPrune = onPrune;
        this.untagged = unused.stream().filter(line -> !line.name().isTagged()).toList();
        this.named = unused.stream().filter(line -> line.name().isTagged()).toList();
        offer(withUntagged, "Untagged images", "prune-untagged", untagged, true);
        offer(withNamed, "Other images no container uses", "prune-named", named, false);
        above(withUntagged, withNamed);
        update();
    }

    @Override
    protected void act() {
        onPrune.accept(chosen());
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
        rows().getChildren().setAll(now.stream().map(PrunePanel::row).toList());
        List<ImageSummary> images = images(now);
        String what = images.size() == 1 ? "1 image" : images.size() + " images";
        long local = now.stream()
                .filter(line -> line.name().isTagged() && !line.isPullable())
                .map(line -> line.image().id())
                .distinct()
                .count();
        String warning = switch ((int) local) {
            case 0 -> "";
            case 1 -> " 1 of them was made on this engine and can't be pulled again.";
            default -> " " + local + " of them were made on this engine and can't be pulled again.";
        };
        says(
                now.isEmpty() ? "Nothing is chosen." : free(now) + warning,
                "Delete " + what,
                now.isEmpty() ? Optional.of("Nothing is chosen") : Optional.empty());
    }

    private static String free(List<ImageLine> lines) {
        List<ImageLine> once = List.copyOf(lines.stream()
                .collect(Collectors.toMap(line -> line.image().id(), line -> line, (one, same) -> one))
                .values());
        long most = once.stream().mapToLong(line -> line.image().size()).sum();
        long least = once.stream().mapToLong(ImageLine::own).sum();
        if (least == most) {
            return Sizes.of(most) + " become free.";
        }
        return (least == 0 ? "At most " : "Between " + Sizes.of(least) + " and ") + Sizes.of(most)
                + " become free: layers that other images share stay.";
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
        return row(name, Sizes.of(line.image().size()));
    }
}
