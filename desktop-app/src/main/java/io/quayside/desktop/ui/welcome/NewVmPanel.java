package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.NumberSlider;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Resources;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
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
        NewVmBoxes extras = new NewVmBoxes(model.extras(), folders, model.whyNoLogin());
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
        lines.add(acceleration.result() == VmCheck.Result.POOR ? withTest(acceleration) : line(acceleration));
        offer.checks().forEach(check -> lines.add(line(check)));
        checks.getChildren().setAll(lines);
    }

    /// What could be better, with a way to look again beside the reason.
    private Node withTest(VmCheck check) {
        ActionButton again =
                new ActionButton("Check again", model::testAgain).small().ghost();
        again.getStyleClass().add(StyleClasses.LINK);
        again.setMinWidth(USE_PREF_SIZE);
        Label detail = detail(check);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, detail, again);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, head(check), row);
    }

    private static Node line(VmCheck check) {
        VBox line = new VBox(2, head(check));
        if (!check.detail().isEmpty()) {
            line.getChildren().add(detail(check));
        }
        return line;
    }

    private static Label detail(VmCheck check) {
        Label detail = OptionPanels.muted(check.detail());
        detail.setMinWidth(0);
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        detail.setPadding(new Insets(0, 0, 0, 24));
        return detail;
    }

    private static HBox head(VmCheck check) {
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
        Gap gap = new Gap();
        HBox head = new HBox(8, sign, title, gap, value);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Region sign(Icons icon, String colour) {
        Label sign = new Label("", icon.node());
        sign.getStyleClass().addAll("check-sign", colour);
        return sign;
    }
}
