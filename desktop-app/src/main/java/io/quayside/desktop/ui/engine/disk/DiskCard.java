package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemBanner;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.engine.disk.DiskViewModel.Measured;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The engine's disk: what takes its space, and a checklist of what can go.
public final class DiskCard extends ViewLifecycle {
    private final DiskViewModel model;
    private final BiConsumer<Confirmation, Runnable> question;
    private final VBox root = new VBox();
    private final Label used = new Label();
    private final Label when = new Label();
    private final SpaceBar engineBar = new SpaceBar("In the engine");
    private final SpaceBar fileBar = new SpaceBar("File on this computer");
    private final SpaceAxis axis = new SpaceAxis();
    private final FlowPane legend = new FlowPane(14, 4);
    private final VBox rows = new VBox();
    private final VBox lastRun = new VBox();
    private final ProblemBanner problem = new ProblemBanner();
    private final Label result = new Label();
    private final ActionButton shrink;
    private final ActionButton free;
    private final Set<DiskItem.Kind> open = EnumSet.noneOf(DiskItem.Kind.class);

    /// @param question shows a question, and does what it is about when the answer is yes
    public DiskCard(DiskViewModel model, BiConsumer<Confirmation, Runnable> question) {
        this.model = model;
        this.question = question;
        root.setId("engine-disk");
        root.getStyleClass().addAll(StyleClasses.CARD, "disk-card");
        shrink = new ActionButton("Shrink disk file", model::shrink);
        shrink.setId("disk-shrink");
        free = new ActionButton("Free", this::ask).primary();
        free.setId("disk-free");
        shrink.setMinWidth(Region.USE_PREF_SIZE);
        free.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label("Disk");
        title.getStyleClass().add(StyleClasses.STRONG);
        used.getStyleClass().add(StyleClasses.MUTED);
        when.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox head = new HBox(
                8, title, used, gap(), when, new IconButton(Icons.REFRESH, "Measure the disk again", model::measure));
        head.getStyleClass().add("disk-head");
        VBox bars = new VBox(6, engineBar, fileBar, axis, legend);
        bars.getStyleClass().add("disk-bars");
        ScrollPane scroll = new ScrollPane(new VBox(rows, lastRun));
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What can go from the disk");
        scroll.getStyleClass().add("disk-rows");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        result.setId("disk-result");
        result.setWrapText(true);
        result.getStyleClass().add(StyleClasses.MUTED);
        HBox.setHgrow(result, Priority.ALWAYS);
        result.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(8, result, shrink, free);
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
        whileShown(model.measuredProperty(), ignored -> refresh());
        whileShown(
                model.lastRunProperty(),
                run -> lastRun.getChildren()
                        .setAll(run.map(LastRunPane::new).stream().toList()));
        whileShown(model.checkedProperty(), ignored -> refreshFoot());
        whileShown(model.resultProperty(), ignored -> refreshFoot());
        whileShown(model.busyProperty(), ignored -> refreshFoot());
        whileShown(model.problemProperty(), problem::show);
        model.measure();
    }

    private void refresh() {
        Optional<Measured> known = model.measuredProperty().get();
        when.setText(known.map(now -> "Measured " + Times.minute(now.at())).orElse("Measuring…"));
        rows.getChildren().clear();
        if (known.isEmpty()) {
            used.setText("");
            List.of(engineBar, fileBar, axis).forEach(bar -> {
                bar.setVisible(false);
                bar.setManaged(false);
            });
            legend.getChildren().clear();
            refreshFoot();
            return;
        }
        Measured now = known.get();
        showBars(now);
        now.plan().items().forEach(item -> rows.getChildren().addAll(row(item)));
        refreshFoot();
    }

    /// Both bars on one axis.
    private void showBars(Measured now) {
        DiskPlan plan = now.plan();
        long inEngine =
                now.machine().map(use -> Math.max(use.used(), plan.total())).orElse(plan.total());
        long system = inEngine - plan.total();
        used.setText(now.machine()
                .map(use -> Sizes.ofTotal(inEngine, use.total()) + " used")
                .orElse(Sizes.of(plan.total()) + " used"));
        long whole = now.machine()
                .map(use -> axis.show(Math.max(inEngine, use.onHost())))
                .orElse(inEngine);
        List<SpaceBar.Part> parts = List.of(
                new SpaceBar.Part("Images", "images", plan.images()),
                new SpaceBar.Part("Build cache", "cache", plan.cache()),
                new SpaceBar.Part("Volumes", "volumes", plan.volumes()),
                new SpaceBar.Part("Containers", "containers", plan.containers()),
                new SpaceBar.Part("System", "system", system));
        engineBar.show(parts, whole);
        engineBar.setManaged(true);
        engineBar.setVisible(true);
        legend.getChildren()
                .setAll(parts.stream()
                        .filter(part -> part.bytes() > 0 || !part.kind().equals("system"))
                        .map(SpaceBar::sign)
                        .toList());
        fileBar.setVisible(now.machine().isPresent());
        fileBar.setManaged(now.machine().isPresent());
        axis.setVisible(now.machine().isPresent());
        axis.setManaged(now.machine().isPresent());
        now.machine().ifPresent(use -> {
            SpaceBar.Part held = new SpaceBar.Part("Held by the file", "held", use.held());
            fileBar.show(
                    List.of(new SpaceBar.Part("File on this computer", "file", use.onHost() - use.held()), held),
                    whole);
            legend.getChildren().add(SpaceBar.sign(new SpaceBar.Part("File on this computer", "file", use.onHost())));
            legend.getChildren().add(SpaceBar.sign(held));
        });
    }

    private List<Node> row(DiskItem item) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(item.title() + ", " + item.consequence() + ", " + Sizes.spoken(item.bytes()));
        box.setId("disk-" + item.kind().name().toLowerCase(Locale.ROOT));
        box.setDisable(item.parts().isEmpty());
        box.setSelected(!item.parts().isEmpty() && model.checkedProperty().get().contains(item.kind()));
        box.selectedProperty().subscribe((before, on) -> model.check(item.kind(), on));
        Label title = new Label(item.title());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label words = new Label(item.consequence());
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        VBox text = new VBox(1, title, words);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label size = new Label(item.parts().isEmpty() ? "–" : Sizes.of(item.bytes()));
        size.getStyleClass().add(StyleClasses.MEDIUM);
        size.setMinWidth(Region.USE_PREF_SIZE);
        boolean unfolded = open.contains(item.kind());
        IconButton unfold = new IconButton(
                unfolded ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT,
                (unfolded ? "Hide what goes of: " : "Show what goes of: ") + item.title(),
                () -> toggle(item.kind()));
        unfold.setUnavailable(item.parts().isEmpty() ? Optional.of("There is nothing") : Optional.empty());
        HBox line = new HBox(12, box, text, size, unfold);
        line.getStyleClass().add("disk-row");
        return unfolded && !item.parts().isEmpty() ? List.of(line, parts(item)) : List.of(line);
    }

    private static Node parts(DiskItem item) {
        VBox list = new VBox();
        list.getStyleClass().add("disk-parts");
        for (DiskItem.Part part : item.parts()) {
            Label name = new Label(part.name().isEmpty() ? part.key() : part.name());
            name.setMinWidth(0);
            Label size = new Label(Sizes.of(part.bytes()));
            size.getStyleClass().add(StyleClasses.MUTED);
            size.setMinWidth(Region.USE_PREF_SIZE);
            list.getChildren().add(new HBox(8, name, gap(), size));
        }
        return list;
    }

    private void toggle(DiskItem.Kind kind) {
        if (!open.remove(kind)) {
            open.add(kind);
        }
        refresh();
    }

    private void refreshFoot() {
        boolean known = model.measuredProperty().get().isPresent();
        boolean busy = model.busyProperty().get();
        String done = model.resultProperty().get();
        result.setText(busy ? "Tasks shows how far it is." : done.isEmpty() ? "Nothing running is touched." : done);
        boolean nothing = model.chosen().isEmpty();
        free.setText(nothing ? "Free space…" : "Free " + Sizes.of(model.chosenBytes()) + "…");
        Optional<String> under = busy ? Optional.of("It is under way") : Optional.empty();
        free.setUnavailable(under.or(
                () -> nothing ? Optional.of(known ? "Nothing is checked" : "It is being measured") : Optional.empty()));
        boolean machine =
                model.measuredProperty().get().flatMap(Measured::machine).isPresent();
        shrink.setVisible(machine);
        shrink.setManaged(machine);
        shrink.setUnavailable(under);
    }

    private void ask() {
        question.accept(model.question(), model::free);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
