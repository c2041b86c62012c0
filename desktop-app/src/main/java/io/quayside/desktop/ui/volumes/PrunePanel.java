package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

/// Asks which volumes that no container uses are to go. None is checked before somebody does.
final class PrunePanel extends VBox {
    private static final double WIDTH = 480;
    private static final double LIST = 264;

    private final Map<VolumeLine, CheckBox> boxes = new LinkedHashMap<>();
    private final Label sum = new Label();
    private final ActionButton cancel;
    private final ActionButton act;

    /// @param unused those that no container uses, the largest first
    /// @param onPrune is handed what is to go
    PrunePanel(List<VolumeLine> unused, Consumer<List<VolumeLine>> onPrune, Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label("Prune volumes");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label text = new Label("No container uses these, running or stopped. What you check is deleted for good.");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        cancel = new ActionButton("Cancel", onCancel);
        act = new ActionButton("Delete", () -> onPrune.accept(chosen()));
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        CheckBox all = new CheckBox("All " + unused.size());
        all.setId("prune-all");
        all.selectedProperty().subscribe((before, now) -> boxes.values().forEach(box -> box.setSelected(now)));
        VBox rows = new VBox();
        rows.getStyleClass().add("what-goes");
        unused.forEach(line -> rows.getChildren().add(row(line)));
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.setPrefViewportHeight(LIST);
        list.setAccessibleText("Volumes that no container uses");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, text, all, list, sum, buttons);
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
        sum.setText(
                now.isEmpty()
                        ? "Nothing is checked."
                        : Sizes.of(bytes) + " become free"
                                + (unmeasured == 0 ? "." : ", and " + unmeasured + " of them are not measured."));
        act.setText(now.isEmpty() ? "Delete" : "Delete " + what);
        act.setUnavailable(now.isEmpty() ? Optional.of("Nothing is checked") : Optional.empty());
    }

    private HBox row(VolumeLine line) {
        CheckBox box = new CheckBox(line.shortTitle());
        box.setMnemonicParsing(false);
        box.setAccessibleText(line.title() + ", " + line.sizeWords());
        box.setMinWidth(0);
        box.selectedProperty().subscribe((before, now) -> update());
        boxes.put(line, box);
        Label size = new Label(line.sizeWords());
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        size.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, box, gap, size);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line");
        return row;
    }
}
