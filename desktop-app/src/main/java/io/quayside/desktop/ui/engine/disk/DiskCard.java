package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemBanner;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The engine's disk on the page Engine: what takes its space, and a checklist of what can go.
public final class DiskCard extends ViewLifecycle {
    private final DiskViewModel model;
    private final VBox root = new VBox();
    private final Label used = new Label();
    private final MeasuredLabel when;
    private final SpaceBars bars = new SpaceBars(false);
    private final PlanPane plan;
    private final VBox lastRun = new VBox();
    private final ProblemBanner problem = new ProblemBanner();

    /// @param question shows a question, and does what it is about when the answer is yes
    /// @param doctor opens the Disk doctor
    public DiskCard(DiskViewModel model, BiConsumer<Confirmation, Runnable> question, Runnable doctor) {
        this.model = model;
        this.when = new MeasuredLabel(model, false);
        this.plan = new PlanPane(model, "Nothing running is touched.", question);
        root.setId("engine-disk");
        root.getStyleClass().addAll(StyleClasses.CARD, "disk-card");
        Label title = new Label("Disk");
        title.getStyleClass().add(StyleClasses.STRONG);
        used.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        ActionButton open = new ActionButton("Disk doctor", doctor).small();
        open.setId("disk-doctor-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(
                8,
                title,
                used,
                gap,
                when,
                new IconButton(Icons.REFRESH, "Measure the disk again", model::measure),
                open);
        head.getStyleClass().add("disk-head");
        ScrollPane scroll = new ScrollPane(new VBox(plan.rows(), lastRun));
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What can go from the disk");
        scroll.getStyleClass().add("disk-rows");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(8, plan.words(), plan.shrinkButton(), plan.free());
        foot.getStyleClass().add("disk-foot");
        root.getChildren().addAll(head, bars, problem, scroll, foot);
    }

    public Region root() {
        return root;
    }

    public boolean settled() {
        return model.settled();
    }

    @Override
    protected void onShown() {
        plan.enter();
        whileShown(when.begin());
        whileShown(model.askingProperty(), ignored -> when.refresh());
        whileShown(model.measuredProperty(), now -> {
            used.setText(now.map(SpaceBars::used).orElse(""));
            bars.show(now);
            when.refresh();
        });
        whileShown(
                model.lastRunProperty(),
                run -> lastRun.getChildren()
                        .setAll(run.map(known -> new LastRunPane(known, model.now())).stream()
                                .toList()));
        whileShown(model.problemProperty(), problem::show);
        model.measure();
    }

    @Override
    protected void onHidden() {
        plan.leave();
    }
}
