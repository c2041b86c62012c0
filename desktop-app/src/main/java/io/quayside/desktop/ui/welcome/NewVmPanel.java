package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.NumberSlider;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Resources;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What a new machine gets, what this computer has, and whether all it needs is there.
final class NewVmPanel extends VBox {
    private static final long GB = 1_000_000_000;
    private static final int MOST_DISK = 2000;

    private final WelcomeViewModel model;
    private final VmOffer offer;
    private final NumberSlider cpus;
    private final NumberSlider memory;
    private final NumberSlider disk;
    private final VBox checks = new VBox(8);
    private final Subscription subscriptions;

    NewVmPanel(WelcomeViewModel model, VmOffer offer, FolderChooser folders) {
        super(12);
        this.model = model;
        this.offer = offer;
        HostCapacity host = offer.host();
        Resources now = model.resourcesProperty().get().orElse(offer.usual());
        cpus = new NumberSlider("CPUs", "", 1, host.cpus());
        memory = new NumberSlider("Memory", "GB", 1, (int) Math.max(1, host.memoryBytes() / GB));
        disk = new NumberSlider("Disk, up to", "GB", 8, diskLimit(host));
        cpus.field().setId("new-vm-cpus");
        memory.field().setId("new-vm-memory");
        disk.field().setId("new-vm-disk");
        cpus.valueProperty().set(now.cpus());
        memory.valueProperty().set(gigabytes(((long) now.memoryMiB()) << 20));
        disk.valueProperty().set(gigabytes(now.diskBytes()));
        NewVmBoxes extras = new NewVmBoxes(model.extras(), folders);
        Label figures =
                OptionPanels.muted("This computer has " + host.cpus() + (host.cpus() == 1 ? " CPU, " : " CPUs, ")
                        + Sizes.of(host.memoryBytes()) + " memory and " + Sizes.of(host.diskFreeBytes())
                        + " free on disk. The disk file starts small and grows as needed.");
        figures.setWrapText(true);
        figures.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        OptionPanels.title("New VM"),
                        new VBox(6, cpus, memory, disk),
                        figures,
                        OptionPanels.rule(),
                        checks,
                        OptionPanels.rule(),
                        extras);
        subscriptions = Subscription.combine(
                cpus.valueProperty().subscribe((before, value) -> choose()),
                memory.valueProperty().subscribe((before, value) -> choose()),
                disk.valueProperty().subscribe((before, value) -> choose()),
                model.accelerationProperty().subscribe(this::show),
                extras::close);
    }

    void close() {
        subscriptions.unsubscribe();
    }

    /// A disk may be larger than what is free now: it takes what is in use.
    private static int diskLimit(HostCapacity host) {
        return Math.clamp(host.diskFreeBytes() / GB, 64, MOST_DISK);
    }

    private static int gigabytes(long bytes) {
        return (int) ((bytes + GB / 2) / GB);
    }

    private void choose() {
        model.choose(new Resources(
                cpus.valueProperty().get(),
                Math.max(512, HostCapacity.mib(memory.valueProperty().get() * GB)),
                HostCapacity.gib(disk.valueProperty().get() * GB)));
    }

    private void show(VmCheck acceleration) {
        List<Node> lines = new ArrayList<>();
        lines.add(line(acceleration));
        offer.checks().forEach(check -> lines.add(line(check)));
        if (acceleration.result() == VmCheck.Result.POOR) {
            ActionButton again =
                    new ActionButton("Check again", model::testAgain).small().ghost();
            again.getStyleClass().add(StyleClasses.LINK);
            HBox row = new HBox(again);
            row.setAlignment(Pos.CENTER_RIGHT);
            lines.add(1, row);
        }
        checks.getChildren().setAll(lines);
    }

    private static Node line(VmCheck check) {
        Region sign = switch (check.result()) {
            case CHECKING -> new Spinner();
            case GOOD -> sign(Icons.CHECK, "good");
            case POOR -> sign(Icons.WARNING, "poor");
            case MISSING -> sign(Icons.ERROR, "missing");
        };
        Label title = new Label(check.title());
        title.setMinWidth(USE_PREF_SIZE);
        Label value = new Label(check.value());
        value.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, sign, title, gap, value);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox line = new VBox(2, head);
        if (!check.detail().isEmpty()) {
            Label detail = OptionPanels.muted(check.detail());
            detail.setWrapText(true);
            detail.setMinHeight(USE_PREF_SIZE);
            VBox.setMargin(detail, new javafx.geometry.Insets(0, 0, 0, 24));
            line.getChildren().add(detail);
        }
        return line;
    }

    private static Region sign(Icons icon, String colour) {
        Label sign = new Label("", icon.node());
        sign.getStyleClass().addAll("check-sign", colour);
        return sign;
    }
}
