package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.ui.control.NumberSlider;
import io.quayside.desktop.ui.control.ProblemPane;
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
public final class ResourcesPane extends MachinePane {
    private static final long GB = 1_000_000_000;
    private static final int MOST_DISK = 2000;

    private final ResourcesViewModel model;
    private final VBox root = new VBox(16);
    private final MachineFooter footer;
    private final MemoryCard memoryCard = new MemoryCard();
    private final VBox problem = new VBox();
    private Optional<Sliders> sliders = Optional.empty();
    private boolean loading;

    public ResourcesPane(ResourcesViewModel model) {
        this.model = model;
        root.setId("settings-page-resources");
        footer = new MachineFooter(model::discard, model::apply);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public Node footer() {
        return footer;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    public boolean isChanged() {
        return model.changes() > 0;
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    public Optional<String> whyNoReset() {
        return model.machine().isPresent() ? Optional.empty() : Optional.of(NO_MACHINE);
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

    private static Node figures(Facts facts) {
        HostCapacity host = facts.host();
        return text("What " + facts.name() + " may take from this computer: " + host.cpus() + " CPUs, "
                + Sizes.of(host.memoryBytes()) + " memory, " + Sizes.of(host.diskFreeBytes()) + " free on disk.");
    }

    private static Node disk(Facts facts) {
        Label title = sectionTitle("Disk file");
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
        footer.show(
                model.changes(),
                model.applyingProperty().get(),
                model.effectText(),
                model.restarts() ? "Apply and restart" : "Apply");
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
