package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import java.util.Objects;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A tab with the card "Why did it stop?" over it, while the container has ended with a code other than 0.
public final class StoppedOver implements DetailTab {
    /// Of the tab's height, so that the tab stays of use below it.
    private static final double MOST = 0.66;

    private final DetailTab below;
    private final StoppedViewModel model;
    private final VBox root;

    private StoppedOver(DetailContext context, DetailTab below) {
        this.below = below;
        this.model = new StoppedViewModel(context.parts());
        StoppedCard card = new StoppedCard(model, context);
        VBox.setVgrow(below.root(), Priority.ALWAYS);
        root = new VBox(card, below.root());
        root.getStylesheets()
                .add(Objects.requireNonNull(StoppedOver.class.getResource("stopped.css"))
                        .toExternalForm());
        root.setMinHeight(0);
        card.visibleProperty().subscribe(below::below);
        card.maxHeightProperty().bind(root.heightProperty().multiply(MOST));
    }

    /// The same tab with the card.
    public static DetailTabEntry of(DetailTabEntry tab) {
        return new DetailTabEntry(
                tab.id(),
                tab.title(),
                tab.needs(),
                context -> new StoppedOver(context, tab.factory().apply(context)));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        model.shown(container);
        below.shown(container);
    }

    @Override
    public void changed(ContainerLine container) {
        model.changed(container);
        below.changed(container);
    }

    @Override
    public void hidden() {
        below.hidden();
        model.hidden();
    }

    @Override
    public void focusMain() {
        below.focusMain();
    }

    @Override
    public boolean escape() {
        return below.escape();
    }

    @Override
    public boolean copy() {
        return below.copy();
    }

    @Override
    public void find() {
        below.find();
    }

    @Override
    public boolean settled() {
        return below.settled() && model.settled();
    }
}
