package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.NumberSlider;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Resources;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page Resources: what the machine may take, and what that leaves of this computer.
public final class ResourcesPane extends MachinePane {
    private static final long GB = 1_000_000_000;
    private static final int MOST_DISK = 2000;
    private static final int MOST_SWAP = 4;
    private static final double NARROW = 760;

    private final ResourcesViewModel model;
    private final MachineFooter footer;
    private final MemoryCard memoryCard = new MemoryCard();
    private final FolderChooser chooser;
    private final Runnable doctor;
    private Optional<Sliders> sliders = Optional.empty();
    private Optional<IdleRows> idle = Optional.empty();
    private Optional<DiskFileCard> disk = Optional.empty();
    private boolean loading;
    private boolean narrow;

    /// @param chooser asks where the disk is to go
    /// @param doctor opens what tells more about the disk
    public ResourcesPane(ResourcesViewModel model, FolderChooser chooser, Runnable doctor) {
        super("settings-page-resources", 12);
        this.model = model;
        this.chooser = chooser;
        this.doctor = doctor;
        footer = new MachineFooter(model::discard, model::apply);
        root().widthProperty().subscribe(width -> arrange(width.doubleValue() > 0 && width.doubleValue() < NARROW));
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
    Optional<String> machine() {
        return model.machine();
    }

    @Override
    Optional<String> isUsual() {
        return model.isUsual() ? Optional.of("Everything on this page has its default already") : Optional.empty();
    }

    @Override
    protected void onShown() {
        whileShown(model.follow());
        show(model.factsProperty().get());
        whileShown(model.factsProperty(), this::show);
        whileShown(model.wantedProperty(), ignored -> refresh());
        whileShown(model.applyingProperty(), ignored -> refresh());
        whileShown(model.actions().busyProperty(), ignored -> refresh());
        whileShown(model.actions().returnedProperty(), ignored -> refresh());
        whileShown(model.problemProperty(), now -> {
            showProblem(now);
            refresh();
        });
    }

    private void show(Optional<Facts> facts) {
        if (facts.isEmpty()) {
            sliders = Optional.empty();
            idle = Optional.empty();
            disk = Optional.empty();
            build();
            refresh();
            return;
        }
        Sliders now = new Sliders(facts.get());
        sliders = Optional.of(now);
        Pane cards = cards(now.card(), narrow);
        IdleRows rows = new IdleRows(
                facts.get(),
                chosen -> model.wantedProperty().get().ifPresent(wanted -> model.choose(wanted.withIdle(chosen))),
                () -> model.actions().giveMemoryBack(facts.get()));
        idle = Optional.of(rows);
        DiskFileCard file = new DiskFileCard(model, chooser, doctor, facts.get());
        disk = Optional.of(file);
        build(figures(facts.get()), cards, rows, file);
        refresh();
    }

    private static Node figures(Facts facts) {
        HostCapacity host = facts.host();
        return text("What " + facts.name() + " may take from this computer: " + host.cpus() + " CPUs, "
                + Sizes.of(host.memoryBytes()) + " memory, " + Sizes.of(host.diskFreeBytes()) + " free on disk.");
    }

    /// In a narrow window the figures stand below the sliders.
    private Pane cards(VBox sliders, boolean below) {
        memoryCard.setMaxWidth(below ? Double.MAX_VALUE : MemoryCard.WIDTH);
        if (below) {
            return new VBox(12, sliders, memoryCard);
        }
        HBox.setHgrow(sliders, Priority.ALWAYS);
        return new HBox(12, sliders, memoryCard);
    }

    private void arrange(boolean wanted) {
        if (wanted != narrow) {
            narrow = wanted;
            show(model.factsProperty().get());
        }
    }

    private void refresh() {
        Optional<MachineLimits> wanted = model.wantedProperty().get();
        Optional<Facts> facts = model.factsProperty().get();
        if (sliders.isPresent() && wanted.isPresent() && facts.isPresent()) {
            loading = true;
            sliders.get().show(wanted.get());
            loading = false;
            memoryCard.show(facts.get(), wanted.get().resources(), model.warning());
            Optional<String> busy = model.whyBusy();
            idle.ifPresent(rows -> rows.show(
                    wanted.get().idle(), model.actions().returnedProperty().get(), busy));
            disk.ifPresent(card -> card.show(busy));
        }
        footer.show(
                model.changes(),
                model.applyingProperty().get(),
                model.effectText(),
                model.restarts() ? "Apply and restart" : "Apply");
        footer.hold(model.whyBusy());
        showKnown(facts.isPresent(), """
                The engine in the window doesn’t run in a VM of Quayside’s, so there is nothing to give it here. It takes \
                what this computer lets it.""", List.of());
    }

    /// The four rows.
    private final class Sliders {
        private final NumberSlider cpus;
        private final NumberSlider memory;
        private final NumberSlider swap;
        private final NumberSlider disk;
        private final MachineLimits limits;
        private final Resources applied;
        private final VBox card = new VBox();

        Sliders(Facts facts) {
            HostCapacity host = facts.host();
            limits = facts.applied();
            applied = limits.resources();
            int memoryMost = (int) Math.max(1, host.memoryBytes() / GB);
            int diskLeast = gigabytes(applied.diskBytes());
            int diskMost = Math.clamp(host.diskFreeBytes() / GB + diskLeast, diskLeast, MOST_DISK);
            cpus = new NumberSlider("CPUs", "", 1, Math.max(host.cpus(), applied.cpus()));
            memory = new NumberSlider("Memory", "GB", 1, Math.max(memoryMost, memoryOf(applied)));
            int swapMost = Math.max(MOST_SWAP, swapOf(limits));
            swap = new NumberSlider("Swap", "GB", 0, swapMost);
            disk = new NumberSlider("Disk, up to", "GB", diskLeast, diskMost);
            cpus.field().setId("resources-cpus");
            memory.field().setId("resources-memory");
            swap.field().setId("resources-swap");
            disk.field().setId("resources-disk");
            cpus.setApplied(applied.cpus());
            memory.setApplied(memoryOf(applied));
            swap.setApplied(swapOf(limits));
            disk.setApplied(diskLeast);
            cpus.setEnds("1", host.cpus() + ", all of this computer");
            memory.setEnds("1 GB", memoryMost + " GB, all of this computer");
            swap.setEnds("None", swapMost + " GB, part of the disk");
            disk.setEnds(diskLeast + " GB, never smaller", diskMost + " GB, grows while running");
            for (NumberSlider slider : List.of(cpus, memory, swap, disk)) {
                slider.valueProperty().subscribe((before, value) -> choose());
            }
            card.getStyleClass().addAll(StyleClasses.CARD, "resource-sliders");
            card.getChildren().addAll(cpus, memory, swap, disk);
        }

        VBox card() {
            return card;
        }

        void show(MachineLimits next) {
            Resources wanted = next.resources();
            swap.valueProperty().set(swapOf(next));
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
            int swapNow = swap.valueProperty().get();
            Resources next = new Resources(
                    cpus.valueProperty().get(),
                    memoryNow == memoryOf(applied)
                            ? applied.memoryMiB()
                            : Math.max(512, HostCapacity.mib(memoryNow * GB)),
                    diskNow == gigabytes(applied.diskBytes())
                            ? applied.diskGiB()
                            : Math.max(applied.diskGiB(), HostCapacity.gib(diskNow * GB)));
            int swapMiB = swapNow == swapOf(limits) ? limits.swapMiB() : HostCapacity.mib(swapNow * GB);
            model.wantedProperty()
                    .get()
                    .ifPresent(wanted -> model.choose(wanted.withResources(next).withSwap(swapMiB)));
        }

        /// Some swap is never shown as none.
        private static int swapOf(MachineLimits limits) {
            int whole = gigabytes(((long) limits.swapMiB()) << 20);
            return limits.swapMiB() > 0 ? Math.max(1, whole) : 0;
        }

        private static int memoryOf(Resources resources) {
            return Math.max(1, gigabytes(((long) resources.memoryMiB()) << 20));
        }

        private static int gigabytes(long bytes) {
            return (int) ((bytes + GB / 2) / GB);
        }
    }
}
