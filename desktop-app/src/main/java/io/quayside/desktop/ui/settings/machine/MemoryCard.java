package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Resources;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// This computer's memory as a bar: what the engine uses and may use, what other programs have, what is left.
final class MemoryCard extends VBox {
    static final double WIDTH = 300;

    private final GridPane bar = new GridPane();
    private final VBox lines = new VBox(6);
    private final Label warning = new Label("", Icons.WARNING.node(Icons.SMALL));

    MemoryCard() {
        super(10);
        getStyleClass().add(StyleClasses.CARD);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label title = new Label("Memory of this computer");
        title.getStyleClass().add(StyleClasses.STRONG);
        bar.setId("resources-memory-bar");
        bar.getStyleClass().add("qs-memory-bar");
        warning.getStyleClass().addAll("check-sign", "poor");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        warning.managedProperty().bind(warning.visibleProperty());
        getChildren().addAll(title, bar, lines, warning);
    }

    void show(Facts facts, Resources wanted, Optional<String> words) {
        long all = facts.host().memoryBytes();
        long may = Math.min(all, Figures.memory(wanted));
        long uses = Math.min(may, facts.memoryUsed().orElse(0));
        long free = facts.host().memoryFreeBytes();
        // What the machine uses is among what isn't free, so that it is counted once.
        long others = Math.max(0, all - free - uses);
        long left = Math.max(0, all - may - others);
        bar.getChildren().clear();
        bar.getColumnConstraints().clear();
        lines.getChildren().clear();
        if (facts.memoryUsed().isPresent()) {
            add("Engine uses now", "uses", uses, all);
        }
        add("Engine may use", "may", may - uses, all);
        add("Other programs now", "others", others, all);
        add("Left", "left", left, all);
        warning.setText(words.orElse(""));
        warning.setVisible(words.isPresent());
        bar.setAccessibleText("Memory of this computer: engine up to " + Sizes.of(may) + ", other programs "
                + Sizes.of(others) + ", left " + Sizes.of(left));
    }

    private void add(String name, String kind, long bytes, long all) {
        Region part = part(kind);
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(all > 0 ? 100.0 * bytes / all : 0);
        bar.getColumnConstraints().add(column);
        bar.addRow(0, part);
        Region sign = part(kind);
        sign.getStyleClass().add("sign");
        Label label = new Label(name);
        Gap gap = new Gap();
        Label size = new Label(Sizes.of(bytes));
        size.getStyleClass().add(StyleClasses.MUTED);
        HBox line = new HBox(8, sign, label, gap, size);
        line.setAlignment(Pos.CENTER_LEFT);
        lines.getChildren().add(line);
    }

    private static Region part(String kind) {
        Region part = new Region();
        part.getStyleClass().addAll("memory-part", kind);
        return part;
    }
}
