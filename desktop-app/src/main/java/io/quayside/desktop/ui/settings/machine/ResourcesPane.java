package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.NumberSlider;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Resources;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page Resources: what the machine may take, and what that leaves of this computer.
public final class ResourcesPane extends ViewLifecycle {
    private static final long GB = 1_000_000_000;
    private static final int MOST_DISK = 2000;

    private final ResourcesViewModel model;
    private final VBox root = new VBox(16);
    private final HBox footer = new HBox();
    private final Label count = new Label();
    private final Label effect = new Label();
    private final ActionButton apply;
    private final ActionButton discard;
    private final MemoryCard memoryCard = new MemoryCard();
    private final VBox problem = new VBox();
    private Optional<Sliders> sliders = Optional.empty();
    private boolean loading;

    public ResourcesPane(ResourcesViewModel model) {
        this.model = model;
        root.setId("settings-page-resources");
        footer.getStyleClass().add(StyleClasses.FOOTER);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(Region.USE_PREF_SIZE);
        effect.getStyleClass().add(StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        discard = new ActionButton("Discard", model::discard);
        discard.setMinWidth(Region.USE_PREF_SIZE);
        apply = new ActionButton("Apply", model::apply).primary();
        apply.setMinWidth(Region.USE_PREF_SIZE);
        footer.getChildren().addAll(Icons.INFO.node(), count, effect, gap, discard, apply);
        footer.managedProperty().bind(footer.visibleProperty());
        footer.setVisible(false);
    }

    public Region root() {
        return root;
    }

    /// What isn't applied yet, for the foot of the page.
    public Node footer() {
        return footer;
    }

    @Override
    protected void onShown() {
        model.refresh();
        build(model.factsProperty().get());
        whileShown(model.factsProperty(), this::build);
        whileShown(model.wantedProperty(), ignored -> refresh());
        whileShown(model.applyingProperty(), ignored -> refresh());
        whileShown(
                model.problemProperty(),
                now -> problem.getChildren()
                        .setAll(now.map(found -> new ProblemPane(ProblemPane.Form.BANNER, found)).stream()
                                .toList()));
    }

    private void build(Optional<Facts> facts) {
        if (facts.isEmpty()) {
            sliders = Optional.empty();
            root.getChildren().setAll(problem, text(model.machine().isPresent() ? "Looking at the VM…" : """
                            The engine in the window doesn’t run in a VM of Quayside’s, so there is nothing to give it here. \
                            It takes what this computer lets it.\
                            """));
            refresh();
            return;
        }
        Sliders now = new Sliders(facts.get());
        sliders = Optional.of(now);
        HBox cards = new HBox(12, now.card(), memoryCard);
        HBox.setHgrow(now.card(), Priority.ALWAYS);
        root.getChildren().setAll(problem, figures(facts.get()), cards, disk(facts.get()));
        refresh();
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node figures(Facts facts) {
        HostCapacity host = facts.host();
        return text("What " + facts.name() + " may take from this computer: " + host.cpus() + " CPUs, "
                + Sizes.of(host.memoryBytes()) + " memory, " + Sizes.of(host.diskFreeBytes()) + " free on disk.");
    }

    private static Node disk(Facts facts) {
        Label title = new Label("Disk file");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label file = new Label(facts.disk().file().toString());
        file.getStyleClass().add(StyleClasses.MONO);
        Label size = text(Sizes.of(facts.disk().bytes()) + " on this computer, of "
                + Sizes.of(facts.applied().diskBytes()) + " at most");
        HBox card = new HBox(12, Icons.DISK.node(), new VBox(2, file, size));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add(StyleClasses.CARD);
        return new VBox(8, title, card);
    }

    private void refresh() {
        Optional<Resources> wanted = model.wantedProperty().get();
        Optional<Facts> facts = model.factsProperty().get();
        if (sliders.isPresent() && wanted.isPresent() && facts.isPresent()) {
            loading = true;
            sliders.get().show(wanted.get());
            loading = false;
            memoryCard.show(facts.get(), wanted.get(), model.warning());
        }
        int changes = model.changes();
        boolean busy = model.applyingProperty().get();
        footer.setVisible(changes > 0 || busy);
        count.setText(busy ? "Applying." : changes == 1 ? "1 change." : changes + " changes.");
        effect.setText(busy ? "Tasks shows how far it is." : model.effectText());
        apply.setText(model.restarts() ? "Apply and restart" : "Apply");
        Optional<String> under = busy ? Optional.of("The change is being applied") : Optional.empty();
        apply.setUnavailable(under);
        discard.setUnavailable(under);
    }

    /// The three rows.
    private final class Sliders {
        private final NumberSlider cpus;
        private final NumberSlider memory;
        private final NumberSlider disk;
        private final Resources applied;
        private final VBox card = new VBox(12);

        Sliders(Facts facts) {
            HostCapacity host = facts.host();
            applied = facts.applied();
            int memoryMost = (int) Math.max(1, host.memoryBytes() / GB);
            int diskLeast = gigabytes(applied.diskBytes());
            int diskMost = Math.clamp(host.diskFreeBytes() / GB + diskLeast, diskLeast, MOST_DISK);
            cpus = new NumberSlider("CPUs", "", 1, Math.max(host.cpus(), applied.cpus()));
            memory = new NumberSlider("Memory", "GB", 1, Math.max(memoryMost, memoryOf(applied)));
            disk = new NumberSlider("Disk, up to", "GB", diskLeast, diskMost);
            cpus.field().setId("resources-cpus");
            memory.field().setId("resources-memory");
            disk.field().setId("resources-disk");
            cpus.setApplied(applied.cpus());
            memory.setApplied(memoryOf(applied));
            disk.setApplied(diskLeast);
            cpus.setEnds("1", host.cpus() + ", all of this computer");
            memory.setEnds("1 GB", memoryMost + " GB, all of this computer");
            disk.setEnds(diskLeast + " GB, never smaller", diskMost + " GB, grows while running");
            for (NumberSlider slider : List.of(cpus, memory, disk)) {
                slider.valueProperty().subscribe((before, value) -> choose());
            }
            card.getStyleClass().add(StyleClasses.CARD);
            card.getChildren().addAll(cpus, memory, disk);
        }

        VBox card() {
            return card;
        }

        void show(Resources wanted) {
            cpus.valueProperty().set(wanted.cpus());
            memory.valueProperty().set(memoryOf(wanted));
            disk.valueProperty().set(gigabytes(wanted.diskBytes()));
        }

        /// What wasn't moved stays to the byte.
        private void choose() {
            if (loading) {
                return;
            }
            int memoryNow = memory.valueProperty().get();
            int diskNow = disk.valueProperty().get();
            model.choose(new Resources(
                    cpus.valueProperty().get(),
                    memoryNow == memoryOf(applied)
                            ? applied.memoryMiB()
                            : Math.max(512, HostCapacity.mib(memoryNow * GB)),
                    diskNow == gigabytes(applied.diskBytes())
                            ? applied.diskGiB()
                            : Math.max(applied.diskGiB(), HostCapacity.gib(diskNow * GB))));
        }

        private static int memoryOf(Resources resources) {
            return Math.max(1, gigabytes(((long) resources.memoryMiB()) << 20));
        }

        private static int gigabytes(long bytes) {
            return (int) ((bytes + GB / 2) / GB);
        }
    }
}
