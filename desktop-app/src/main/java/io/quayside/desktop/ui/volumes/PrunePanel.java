package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.list.DeleteChecklist;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Asks which volumes that no container uses are to go. None is checked before somebody does.
final class PrunePanel extends DeleteChecklist {
    private static final double LIST = 264;

    private final Map<VolumeLine, CheckBox> boxes = new LinkedHashMap<>();
    private final Consumer<List<VolumeLine>> onPrune;

    /// @param unused those that no container uses, the largest first
    /// @param onPrune is handed what is to go
    PrunePanel(List<VolumeLine> unused, Consumer<List<VolumeLine>> onPrune, Runnable onCancel) {
        super("Prune volumes", "Volumes that no container uses", LIST, onCancel);
        this.onPrune = onPrune;
        Label text = new Label("No container uses these, running or stopped. What you check is deleted for good.");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        CheckBox all = new CheckBox("All " + unused.size());
        all.setId("prune-all");
        all.selectedProperty().subscribe((before, now) -> boxes.values().forEach(box -> box.setSelected(now)));
        above(text, all);
        unused.forEach(line -> rows().getChildren().add(line(line)));
        update();
    }

    @Override
    protected void act() {
        onPrune.accept(chosen());
    }

    private List<VolumeLine> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void update() {
        List<VolumeLine> now = chosen();
        long bytes = now.stream().mapToLong(line -> line.size().orElse(0)).sum();
        long unmeasured = now.stream().filter(line -> line.size().isEmpty()).count();
        String what = now.size() == 1 ? "1 volume" : now.size() + " volumes";
        says(
                now.isEmpty()
                        ? "Nothing is checked."
                        : Sizes.of(bytes) + " become free"
                                + (unmeasured == 0 ? "." : ", and " + unmeasured + " of them are not measured."),
                now.isEmpty() ? "Delete" : "Delete " + what,
                now.isEmpty() ? Optional.of("Nothing is checked") : Optional.empty());
    }

    private HBox line(VolumeLine line) {
        CheckBox box = new CheckBox(line.shortTitle());
        box.setMnemonicParsing(false);
        box.setAccessibleText(line.title() + ", " + line.sizeWords());
        box.setMinWidth(0);
        box.selectedProperty().subscribe((before, now) -> update());
        boxes.put(line, box);
        return row(box, line.sizeWords());
    }
}
