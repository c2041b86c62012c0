package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the engine uses by kind and, of a machine, its file on this computer, on one axis; below them the figures.
final class SpaceBars extends GridPane {
    private final SpaceBar engineBar = new SpaceBar("In the engine");
    private final SpaceBar fileBar = new SpaceBar("File on this computer");
    private final SpaceAxis axis = new SpaceAxis();
    private static final double LEAST_WRAP = 200;

    private final FlowPane legend = new FlowPane(16, 4);
    private final boolean captions;
    private final Label engineWords = new Label();
    private final Label fileWords = new Label();
    private final Node fileCaption = caption("File on this computer", fileWords);

    /// @param captions whether words at the left say what a bar is
    SpaceBars(boolean captions) {
        this.captions = captions;
        // As many lines as its width asks for.
        legend.widthProperty().subscribe(width -> legend.setPrefWrapLength(Math.max(LEAST_WRAP, width.doubleValue())));
        getStyleClass().add(captions ? "space-bars" : "space-bars-small");
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setFillWidth(true);
        int column = captions ? 1 : 0;
        if (captions) {
            getColumnConstraints().add(words);
            add(caption("In the engine", engineWords), 0, 0);
            add(fileCaption, 0, 1);
        }
        getColumnConstraints().add(bars);
        List<Region> rows = List.of(engineBar, fileBar, axis, legend);
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).setMaxWidth(Double.MAX_VALUE);
            GridPane.setValignment(rows.get(row), VPos.CENTER);
            add(rows.get(row), column, row);
        }
        fileCaption.visibleProperty().bind(fileBar.visibleProperty());
        for (Node each : List.of(this, fileBar, fileCaption, axis)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        setVisible(false);
    }

    private static Node caption(String title, Label words) {
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.MEDIUM);
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return new VBox(name, words);
    }

    void show(Optional<Measured> known) {
        setVisible(known.isPresent());
        known.ifPresent(this::show);
    }

    private void show(Measured now) {
        Space space = now.space();
        Optional<Use> machine = now.machine();
        long inEngine = space.inEngine();
        long whole =
                axis.show(machine.map(use -> Math.max(inEngine, use.onHost())).orElse(inEngine));
        engineWords.setText(used(now));
        List<SpaceBar.Part> parts = space.bar();
        engineBar.show(parts, whole);
        List<Node> signs = new ArrayList<>(parts.stream().map(SpaceBar::sign).toList());
        fileBar.setVisible(machine.isPresent());
        machine.ifPresent(use -> {
            fileWords.setText(Sizes.of(use.onHost())
                    + (use.hostFree() > 0 ? ", " + Sizes.of(use.hostFree()) + " still free" : ""));
            SpaceBar.Part held = new SpaceBar.Part(SpaceKind.HELD.title(), SpaceKind.HELD.style(), space.held());
            fileBar.show(
                    List.of(new SpaceBar.Part("File on this computer", "file", use.onHost() - space.held()), held),
                    whole);
            if (!captions) {
                signs.add(SpaceBar.sign(new SpaceBar.Part("File on this computer", "file", use.onHost())));
            }
            signs.add(SpaceBar.sign(held));
        });
        legend.getChildren().setAll(signs);
    }

    /// "18.4 of 64 GB used"
    static String used(Measured now) {
        long inEngine = now.space().inEngine();
        return now.machine().map(use -> Sizes.ofTotal(inEngine, use.total())).orElse(Sizes.of(inEngine)) + " used";
    }
}
