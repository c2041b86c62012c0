package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourcesPaneTest {
    private static final Resources APPLIED = new Resources(4, HostCapacity.mib(6_000_000_000L), 60);
    private static final HostCapacity HOST = new HostCapacity(10, 16_000_000_000L, 7_500_000_000L, 212_000_000_000L);

    private final Scripted machine = new Scripted();
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks = Fx.call(() -> new TaskRunner(
            fx,
            InstantSource.system(),
            failure -> problems.map(failure, new io.quayside.desktop.problem.Attempt("do", "that"))));
    private final ResourcesViewModel model = Fx.call(() -> new ResourcesViewModel(machine, tasks, problems, fx));
    private final ResourcesPane pane = Fx.call(() -> new ResourcesPane(model));
    private final VBox window = Fx.call(() -> new VBox(pane.root(), pane.footer()));

    private void open() throws InterruptedException {
        Fx.run(() -> {
            Scene scene = new Scene(window, 900, 700);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            pane.enter();
        });
        await(model::settled);
    }

    @AfterEach
    void close() {
        Fx.run(pane::leave);
    }

    /// Told by the properties of the model, so nothing is polled.
    private void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            model.factsProperty().subscribe(look);
            model.applyingProperty().subscribe(look);
            model.problemProperty().subscribe(look);
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    private void type(String id, String text) {
        Fx.run(() -> {
            TextField field = (TextField) window.lookup("#" + id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
            window.applyCss();
            window.layout();
        });
    }

    private List<String> texts() {
        return Fx.call(() -> window.lookupAll(".label").stream()
                .filter(node -> node.isVisible())
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private ActionButton button(String text) {
        return Fx.call(() -> window.lookupAll(".button").stream()
                .map(node -> (ActionButton) node)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow());
    }

    private void says(String wanted) {
        assertTrue(texts().contains(wanted), () -> wanted + " in " + texts());
    }

    @Test
    void memoryRestartsTheMachineAndSaysWhatStops() throws Exception {
        open();
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
        type("resources-memory", "14");
        says("1 change.");
        says("The VM restarts, 3 containers stop.");
        says("was 6 GB");
        says("Leaves 2 GB of this computer’s memory for other programs.");
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window));

        Fx.run(button("Apply and restart")::fire);
        Resources applied = machine.applied.take();
        assertEquals(new Resources(4, HostCapacity.mib(14_000_000_000L), 60), applied);
        await(() -> !model.applyingProperty().get());
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void diskGrowsWithoutARestartAndNeverShrinks() throws Exception {
        open();
        type("resources-disk", "100");
        says("Applies without restarting the VM. No container is affected.");
        type("resources-disk", "10");
        assertEquals(0, Fx.call(model::changes));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void discardAndResetChangeOnlyWhatIsShown() throws Exception {
        open();
        type("resources-cpus", "7");
        Fx.run(button("Discard")::fire);
        assertEquals(Optional.of(APPLIED), Fx.call(() -> model.wantedProperty().get()));
        Fx.run(model::reset);
        assertEquals(
                Optional.of(new Resources(4, HostCapacity.mib(5_000_000_000L), 60)),
                Fx.call(() -> model.wantedProperty().get()));
        assertTrue(machine.applied.isEmpty());
    }

    @Test
    void whatFailedIsSaidAndTheChangeStays() throws Exception {
        machine.fails = true;
        open();
        type("resources-cpus", "2");
        Fx.run(button("Apply and restart")::fire);
        await(() -> model.problemProperty().get().isPresent()
                && !model.applyingProperty().get());
        says("The virtual machine quayside-vm is running.");
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void withoutAMachineItSaysWhyThereIsNothing() throws Exception {
        machine.name = Optional.empty();
        open();
        assertTrue(texts().getFirst().startsWith("The engine in the window doesn’t run in a VM"), texts().toString());
    }

    private static final class Scripted implements MachineSettings {
        private Optional<String> name = Optional.of("quayside-vm");
        private boolean fails;
        private volatile Resources now = APPLIED;
        private final LinkedBlockingQueue<Resources> applied = new LinkedBlockingQueue<>();

        @Override
        public Optional<String> machine() {
            return name;
        }

        @Override
        public int runningContainers() {
            return 3;
        }

        @Override
        public Facts facts(String asked) {
            return new Facts(
                    asked,
                    now,
                    HOST,
                    true,
                    OptionalLong.of(2_300_000_000L),
                    new MachineDisk(Path.of("/data.raw"), 19_100_000_000L));
        }

        @Override
        public void apply(Facts from, Resources wanted) throws VmException {
            if (fails) {
                throw new VmException(new VmProblem.StillInUse("quayside-vm"));
            }
            now = wanted;
            applied.add(wanted);
        }
    }
}
