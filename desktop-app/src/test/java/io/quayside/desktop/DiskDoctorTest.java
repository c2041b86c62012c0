package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableRow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Disk doctor in the window, on a real engine of this test's own.
class DiskDoctorTest {
    private OwnEngine host;
    private Composition composition;
    private Stage stage;

    @BeforeEach
    void begin() throws Exception {
        host = OwnEngine.start();
        open();
    }

    private void open() {
        stage = Fx.call(() -> {
            composition = new Composition(host.backend(), new PlatformFxThread(), () -> {});
            Scene scene = composition.scene(1280, 800);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            composition.shell().windowVisible(true);
            return window;
        });
    }

    private void close() {
        Fx.run(() -> {
            stage.hide();
            composition.close();
        });
    }

    @AfterEach
    void end() throws Exception {
        close();
        host.end();
    }

    private Optional<Node> node(String selector) {
        return Optional.ofNullable(stage.getScene().lookup(selector));
    }

    private boolean says(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
    }

    /// Sentences of the rows that are painted.
    private List<String> rows() {
        return stage.getScene().getRoot().lookupAll("#disk-space-table .tree-table-row-cell").stream()
                .map(node -> (TreeTableRow<?>) node)
                .filter(row -> row.getItem() != null)
                .sorted(java.util.Comparator.comparingInt(TreeTableRow::getIndex))
                .map(row -> String.valueOf(row.getAccessibleText()))
                .toList();
    }

    private List<String> volumes() throws EngineException {
        return host.engine().volumes().list(Filters.none()).stream()
                .map(Volume::name)
                .sorted()
                .toList();
    }

    @Test
    void whatIsPlannedGoesAfterItsNameWasTypedAndIsRememberedByTheNextStart() throws Exception {
        host.image("kept");
        host.image("unused");
        String running = host.engine()
                .containers()
                .create(ContainerSpec.of("kept:1"), CreateOptions.named("running"))
                .id();
        host.engine().containers().start(running);
        host.engine().containers().create(ContainerSpec.of("kept:1"), CreateOptions.named("stopped"));
        host.engine().volumes().create(VolumeSpec.named("data"));
        OwnEngine.await(
                "the status bar has the disk",
                () -> node("#status-disk")
                        .filter(button -> button.isVisible() && composition.settled())
                        .isPresent());
        Fx.run(() -> ((Button) node("#status-disk").orElseThrow()).fire());
        OwnEngine.await("the page is there", () -> node("#page-disk-doctor").isPresent() && !rows().isEmpty());
        Fx.run(() -> ((ActionButton) node("#doctor-measure").orElseThrow()).fire());
        OwnEngine.await(
                "measured again", () -> rows().stream().anyMatch(row -> row.startsWith("Volumes, 1, 1 not used")));

        DiskUsage usage = host.engine().system().diskUsage();
        List<String> rows = Fx.call(this::rows);
        long own = own(usage, "unused:1");
        String goes = own > 0 ? ", " + Sizes.spoken(own) + " can go" : "";
        assertTrue(
                rows.contains("Images, 2, " + Sizes.spoken(usage.layersSize()) + goes),
                () -> "as the engine says: " + rows);
        assertTrue(
                rows.stream().noneMatch(row -> row.startsWith("Held by the file") || row.startsWith("System")),
                rows::toString);
        assertFalse(Fx.call(() -> node("#disk-shrink").orElseThrow().isVisible()), "there is no file to shrink");
        Fx.run(() -> AccessibleAssertions.everyControlHasText(
                (Parent) node("#page-disk-doctor").orElseThrow()));
        assertFalse(Fx.call(() -> ((CheckBox) node("#disk-volumes").orElseThrow()).isSelected()));

        Fx.run(() -> ((CheckBox) node("#disk-volumes").orElseThrow()).setSelected(true));
        Fx.run(() -> ((ActionButton) node("#disk-free").orElseThrow()).fire());
        OwnEngine.await("the question", () -> says("Type data to go on."));
        assertTrue(
                Fx.call(() -> List.of("data", "stopped", "unused:1").stream().allMatch(this::says)),
                "what goes is named");
        ActionButton act = Fx.call(
                () -> (ActionButton) node(".qs-confirm .qs-danger-primary").orElseThrow());
        Fx.run(act::fire);
        assertEquals(List.of("data"), volumes(), "not before its name was typed");
        Fx.run(() -> ((TextField) node(".qs-confirm .text-field").orElseThrow()).setText("data"));
        Fx.run(act::fire);
        OwnEngine.await("the last run", () -> node("#disk-last-run").isPresent());

        assertEquals(List.of(), volumes());
        assertEquals(
                List.of("running"),
                host.engine().containers().list(ContainerFilter.everything()).stream()
                        .map(container -> container.name())
                        .toList());
        assertEquals(
                List.of("kept:1"),
                host.engine().system().diskUsage().images().stream()
                        .flatMap(image -> image.tags().stream())
                        .toList());
        close();
        open();
        Fx.run(() -> composition.shell().navigator().go(Location.of("disk-doctor")));
        OwnEngine.await(
                "the run of the earlier window", () -> node("#disk-last-run").isPresent());
        assertTrue(Fx.call(() -> says("Freed in the engine")));
        host.engine().containers().kill(running, "KILL");
    }

    private static long own(DiskUsage usage, String tag) {
        return usage.images().stream()
                .filter(image -> image.tags().contains(tag))
                .mapToLong(image -> image.size() - image.sharedSize().orElse(0))
                .sum();
    }
}
