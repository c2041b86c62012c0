package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Sleep;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourcesPaneTest {
    private static final Resources RESOURCES = new Resources(4, HostCapacity.mib(6_000_000_000L), 60);
    private static final MachineLimits APPLIED = new MachineLimits(RESOURCES, 0, IdleSettings.USUAL);
    private static final HostCapacity HOST = new HostCapacity(10, 16_000_000_000L, 7_500_000_000L, 212_000_000_000L);

    private static final MachineDisk HOME = new MachineDisk(Path.of("/data.raw"), 19_100_000_000L, false);
    private static final Path ELSEWHERE = Path.of("/mnt/large");

    private final Scripted machine = new Scripted();
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks = Fx.call(() ->
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))));
    private final ResourcesViewModel model = Fx.call(() -> new ResourcesViewModel(machine, tasks, problems, fx));
    private final ResourcesPane pane =
            Fx.call(() -> new ResourcesPane(model, (owner, title) -> Optional.of(ELSEWHERE)));
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
            model.actions().busyProperty().subscribe(look);
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

    private void layout() {
        Fx.run(() -> {
            window.applyCss();
            window.layout();
        });
    }

    private void toggle(String id, boolean on) {
        Fx.run(() -> ((ToggleSwitch) window.lookup("#" + id)).setSelected(on));
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, int value) {
        Fx.run(() -> ((ComboBox<Integer>) window.lookup("#" + id)).setValue(value));
    }

    private List<String> texts() {
        return Fx.call(() -> window.lookupAll(".label").stream()
                .filter(node -> node.isVisible())
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private ActionButton button(String text) {
        return Fx.call(() -> window.lookupAll(".button").stream()
                .filter(node -> node instanceof ActionButton)
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
        MachineLimits applied = machine.applied.take();
        assertEquals(new Resources(4, HostCapacity.mib(14_000_000_000L), 60), applied.resources());
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
                Optional.of(APPLIED.withResources(new Resources(4, HostCapacity.mib(5_000_000_000L), 60))),
                Fx.call(() -> model.wantedProperty().get()));
        assertTrue(machine.applied.isEmpty());
    }

    /// The page looks at the machine again after every attempt; that answer must not wipe what failed.
    @Test
    void whatFailedIsSaidAndTheChangeStays() throws Exception {
        machine.fails = true;
        open();
        type("resources-cpus", "2");
        Optional<Facts> before = Fx.call(() -> model.factsProperty().get());
        Fx.run(button("Apply and restart")::fire);
        await(() -> !model.factsProperty().get().equals(before));
        says("The virtual machine quayside-vm is running.");
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void swapCountsFromAStartAndHabitsAtOnce() throws Exception {
        open();
        type("resources-swap", "2");
        says("was 0 GB");
        says("The VM restarts, 3 containers stop.");
        type("resources-swap", "0");
        toggle("resources-pause", true);
        says("1 change.");
        says("Applies without restarting the VM. No container is affected.");
        says("After 10 min without a running container. The next command wakes it.");
        choose("resources-pause-minutes", 30);
        says("1 change.");
        toggle("resources-give-back", false);
        says("2 changes.");
        type("resources-swap", "2");
        says("3 changes.");
        Fx.run(button("Apply and restart")::fire);
        assertEquals(
                new MachineLimits(RESOURCES, HostCapacity.mib(2_000_000_000L), new IdleSettings(30, false)),
                machine.applied.take());
        await(() -> !model.applyingProperty().get());
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window));
    }

    @Test
    void aStoppedMachineHasItFromItsNextStart() throws Exception {
        machine.running = false;
        open();
        type("resources-swap", "1");
        says("Counts from the next start of the VM.");
        assertEquals(
                Optional.of("The VM doesn’t run"),
                Fx.call(() -> button("Give back now").unavailableReason()));
    }

    @Test
    void whetherItSleepsOrCannotIsSaid() throws Exception {
        machine.sleep = Sleep.ASLEEP;
        open();
        says("It sleeps now. After 10 min without a running container. The next command wakes it.");
        machine.sleep = Sleep.IMPOSSIBLE;
        Optional<Facts> before = Fx.call(() -> model.factsProperty().get());
        Fx.run(model::refresh);
        await(() -> !model.factsProperty().get().equals(before));
        says("The hypervisor of this VM can’t pause it.");
        assertTrue(Fx.call(() -> window.lookup("#resources-pause").isDisabled()));
    }

    @Test
    void memoryGoesBackNowAndItSaysHowMuch() throws Exception {
        open();
        Fx.run(button("Give back now")::fire);
        await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE);
        says("Returned 400 MB: the VM took 2.3 GB of this computer’s memory, now 1.9 GB.");
        assertEquals(
                "Memory went back. This computer doesn’t say how much.",
                ResourcesActions.words(new MemoryReturned(0, 0)));
    }

    @Test
    void theDiskMovesOnlyAfterItSaidWhatHappens() throws Exception {
        open();
        says("/data.raw");
        says("19.1 GB on this computer for 18.4 GB used in the VM, 64.4 GB at most");
        Fx.run(button("Move…")::fire);
        layout();
        String question = texts().stream()
                .filter(text -> text.startsWith("Stops the VM, 3 containers stop. The disk file (19.1 GB) goes to"))
                .findFirst()
                .orElseThrow();
        assertTrue(question.contains(ELSEWHERE.toString()), question);
        assertTrue(question.endsWith("Then the VM starts again."), question);
        assertTrue(machine.moved.isEmpty());
        Fx.run(button("Cancel")::fire);
        assertFalse(texts().contains(question));
        assertTrue(machine.moved.isEmpty());

        Fx.run(button("Move…")::fire);
        layout();
        Fx.run(button("Stop the VM and move")::fire);
        assertEquals(
                Optional.of("The disk is being moved"),
                Fx.call(() -> button("Move…").unavailableReason()));
        assertEquals(Optional.of(ELSEWHERE), machine.moved.take());
        machine.goOn.countDown();
        await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE
                && model.factsProperty().get().orElseThrow().disk().moved());
        layout();
        says("/mnt/large/quayside-vm.raw");
        Fx.run(button("Move back")::fire);
        layout();
        Fx.run(button("Stop the VM and move")::fire);
        assertEquals(Optional.empty(), machine.moved.take());
        await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE
                && !model.factsProperty().get().orElseThrow().disk().moved());
    }

    @Test
    void aMoveIsCancelledInTasks() throws Exception {
        open();
        Fx.run(button("Move…")::fire);
        layout();
        Fx.run(button("Stop the VM and move")::fire);
        machine.moved.take();
        AppTask task = Fx.call(() -> tasks.shown().getFirst());
        Fx.run(task::cancel);
        await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE);
        assertEquals(AppTask.State.CANCELLED, Fx.call(() -> task.stateProperty().get()));
        assertEquals(Optional.empty(), Fx.call(() -> model.problemProperty().get()));
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
        private boolean running = true;
        private Sleep sleep = Sleep.AWAKE;
        private volatile MachineLimits now = APPLIED;
        private volatile MachineDisk disk = HOME;
        private final AtomicInteger asked = new AtomicInteger();
        private final LinkedBlockingQueue<MachineLimits> applied = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Optional<Path>> moved = new LinkedBlockingQueue<>();
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Optional<String> machine() {
            return name;
        }

        @Override
        public int runningContainers() {
            return 3;
        }

        /// Never twice the same, as this computer's memory.
        @Override
        public Facts facts(String machine) {
            HostCapacity host = new HostCapacity(
                    HOST.cpus(),
                    HOST.memoryBytes(),
                    HOST.memoryFreeBytes() - asked.incrementAndGet(),
                    HOST.diskFreeBytes());
            return new Facts(
                    machine,
                    now,
                    host,
                    running,
                    sleep,
                    OptionalLong.of(2_300_000_000L),
                    OptionalLong.of(18_400_000_000L),
                    disk);
        }

        @Override
        public void apply(Facts from, MachineLimits wanted) throws VmException {
            if (fails) {
                throw new VmException(new VmProblem.StillInUse("quayside-vm"));
            }
            now = wanted;
            applied.add(wanted);
        }

        @Override
        public MemoryReturned giveMemoryBack(String machine) {
            return new MemoryReturned(2_300_000_000L, 1_900_000_000L);
        }

        @Override
        public Path moveDisk(Facts from, Optional<Path> folder, DiskProgress progress) throws InterruptedException {
            moved.add(folder);
            progress.copied(1, 2);
            goOn.await();
            Path file = folder.map(to -> to.resolve("quayside-vm.raw")).orElse(HOME.file());
            disk = new MachineDisk(file, HOME.bytes(), folder.isPresent());
            return file;
        }
    }
}
