package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Sleep;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourcesPaneTest {
    private static final Resources RESOURCES = new Resources(4, HostCapacity.mib(6_000_000_000L), 60);
    private static final MachineLimits APPLIED = new MachineLimits(RESOURCES, 0, IdleSettings.USUAL);
    private static final HostCapacity HOST = new HostCapacity(10, 16_000_000_000L, 7_500_000_000L, 212_000_000_000L);

    private static final MachineDisk HOME = new MachineDisk(Path.of("/data.raw"), 19_100_000_000L, false);
    private static final Path ELSEWHERE = Path.of("/mnt/large");

    private final Scripted machine = new Scripted();
    private final PaneWindow window = new PaneWindow();
    private final ResourcesViewModel model =
            Fx.call(() -> new ResourcesViewModel(machine, window.tasks, window.problems, window.fx));
    private final ResourcesPane pane =
            Fx.call(() -> new ResourcesPane(model, (owner, title) -> Optional.of(ELSEWHERE), () -> {}));

    private void open() throws InterruptedException {
        window.open(
                pane,
                model.factsProperty(),
                model.applyingProperty(),
                model.problemProperty(),
                model.actions().busyProperty());
    }

    @AfterEach
    void close() {
        Fx.run(pane::leave);
        assertEquals(List.of(), machine.listeners);
    }

    private void toggle(String id, boolean on) {
        Fx.run(() -> ((ToggleSwitch) window.root().lookup("#" + id)).setSelected(on));
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, int value) {
        Fx.run(() -> ((ComboBox<Integer>) window.root().lookup("#" + id)).setValue(value));
    }

    @Test
    void memoryRestartsTheMachineAndSaysWhatStops() throws Exception {
        open();
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
        window.enter("resources-memory", "14");
        window.says("1 change.");
        window.says("The VM restarts, 3 containers stop.");
        window.says("was 6 GB");
        window.says("Leaves 2 GB of this computer’s memory for other programs.");
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window.root()));

        window.press("Apply and restart");
        MachineLimits applied = machine.applied.take();
        assertEquals(new Resources(4, HostCapacity.mib(14_000_000_000L), 60), applied.resources());
        window.await(() -> !model.applyingProperty().get());
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void diskGrowsWithoutARestartAndNeverShrinks() throws Exception {
        open();
        window.enter("resources-disk", "100");
        window.says("Applies without restarting the VM. No container is affected.");
        window.enter("resources-disk", "10");
        assertEquals(0, Fx.call(model::changes));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void discardAndResetChangeOnlyWhatIsShown() throws Exception {
        open();
        window.enter("resources-cpus", "7");
        window.press("Discard");
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
        window.enter("resources-cpus", "2");
        Optional<Facts> before = Fx.call(() -> model.factsProperty().get());
        window.press("Apply and restart");
        window.await(() -> !model.factsProperty().get().equals(before));
        window.says("The virtual machine quayside-vm is running.");
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void swapCountsFromAStartAndHabitsAtOnce() throws Exception {
        open();
        window.enter("resources-swap", "2");
        window.says("was 0 GB");
        window.says("The VM restarts, 3 containers stop.");
        window.enter("resources-swap", "0");
        toggle("resources-pause", true);
        window.says("1 change.");
        window.says("Applies without restarting the VM. No container is affected.");
        window.says("After 10 min without a running container. The next command wakes it.");
        choose("resources-pause-minutes", 30);
        window.says("1 change.");
        toggle("resources-give-back", false);
        window.says("2 changes.");
        window.enter("resources-swap", "2");
        window.says("3 changes.");
        window.press("Apply and restart");
        assertEquals(
                new MachineLimits(RESOURCES, HostCapacity.mib(2_000_000_000L), new IdleSettings(30, false)),
                machine.applied.take());
        window.await(() -> !model.applyingProperty().get());
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window.root()));
    }

    @Test
    void aStoppedMachineHasItFromItsNextStart() throws Exception {
        machine.running = false;
        open();
        window.enter("resources-swap", "1");
        window.says("Counts from the next start of the VM.");
        assertEquals(
                Optional.of("The VM doesn’t run"),
                Fx.call(() -> window.button("Give back now").unavailableReason()));
    }

    /// The page is open while the machine is stopped elsewhere; what the user changed stays.
    @Test
    void aMachineThatStopsIsNoLongerShownAsRunning() throws Exception {
        open();
        window.enter("resources-swap", "1");
        window.says("The VM restarts, 3 containers stop.");
        machine.running = false;
        machine.listeners.forEach(Runnable::run);
        window.await(() -> !model.factsProperty().get().map(Facts::running).orElse(true));
        window.says("1 change.", "Counts from the next start of the VM.");
    }

    /// Answers of a machine that isn't in the window any more are dropped, and its changes with them.
    @Test
    void anotherMachineInTheWindowIsShownFromTheBeginning() throws Exception {
        open();
        window.enter("resources-cpus", "7");
        machine.name = Optional.of("second");
        machine.listeners.forEach(Runnable::run);
        window.await(() -> model.factsProperty()
                .get()
                .filter(now -> now.name().equals("second"))
                .isPresent());
        assertEquals(0, Fx.call(model::changes));
    }

    @Test
    void whetherItSleepsOrCannotIsSaid() throws Exception {
        machine.sleep = Sleep.ASLEEP;
        open();
        window.says("It sleeps now. After 10 min without a running container. The next command wakes it.");
        machine.sleep = Sleep.IMPOSSIBLE;
        Optional<Facts> before = Fx.call(() -> model.factsProperty().get());
        Fx.run(model::refresh);
        window.await(() -> !model.factsProperty().get().equals(before));
        window.says("The hypervisor of this VM can’t pause it.");
        assertTrue(Fx.call(() -> window.root().lookup("#resources-pause").isDisabled()));
    }

    @Test
    void memoryGoesBackNowAndItSaysHowMuch() throws Exception {
        open();
        window.press("Give back now");
        window.await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE);
        window.says("Returned 400 MB: the VM took 2.3 GB of this computer’s memory, now 1.9 GB.");
        assertEquals(
                "Memory went back. This computer doesn’t say how much.",
                ResourcesActions.words(new MemoryReturned(0, 0)));
    }

    @Test
    void theDiskMovesOnlyAfterItSaidWhatHappens() throws Exception {
        open();
        window.says("/data.raw");
        window.says("19.1 GB on this computer for 18.4 GB used in the VM, 64.4 GB at most");
        window.press("Move…");
        window.layout();
        String question = window.texts().stream()
                .filter(text -> text.startsWith("Stops the VM, 3 containers stop. The disk file (19.1 GB) goes to"))
                .findFirst()
                .orElseThrow();
        assertTrue(question.contains(ELSEWHERE.toString()), question);
        assertTrue(question.endsWith("Then the VM starts again."), question);
        assertTrue(machine.moved.isEmpty());
        window.press("Cancel");
        assertFalse(window.texts().contains(question));
        assertTrue(machine.moved.isEmpty());

        window.press("Move…");
        window.layout();
        window.press("Stop the VM and move");
        assertEquals(
                Optional.of("The disk is being moved"),
                Fx.call(() -> window.button("Move…").unavailableReason()));
        assertEquals(Optional.of(ELSEWHERE), machine.moved.take());
        machine.goOn.countDown();
        window.await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE
                && model.factsProperty().get().orElseThrow().disk().moved());
        window.layout();
        window.says("/mnt/large/quayside-vm.raw");
        window.press("Move back");
        window.layout();
        window.press("Stop the VM and move");
        assertEquals(Optional.empty(), machine.moved.take());
        window.await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE
                && !model.factsProperty().get().orElseThrow().disk().moved());
    }

    @Test
    void aMoveIsCancelledInTasks() throws Exception {
        open();
        window.press("Move…");
        window.layout();
        window.press("Stop the VM and move");
        machine.moved.take();
        AppTask task = Fx.call(() -> window.tasks.shown().getFirst());
        Fx.run(task::cancel);
        window.await(() -> model.actions().busyProperty().get() == ResourcesActions.Busy.NONE);
        assertEquals(AppTask.State.CANCELLED, Fx.call(() -> task.stateProperty().get()));
        assertEquals(Optional.empty(), Fx.call(() -> model.problemProperty().get()));
    }

    @Test
    void withoutAMachineItSaysWhyThereIsNothing() throws Exception {
        machine.name = Optional.empty();
        open();
        assertTrue(
                window.texts().getFirst().startsWith("The engine in the window doesn’t run in a VM"),
                window.texts().toString());
    }

    private static final class Scripted implements MachineSettings {
        private volatile Optional<String> name = Optional.of("quayside-vm");
        private boolean fails;
        private volatile boolean running = true;
        private Sleep sleep = Sleep.AWAKE;
        private volatile MachineLimits now = APPLIED;
        private volatile MachineDisk disk = HOME;
        private final AtomicInteger asked = new AtomicInteger();
        private final LinkedBlockingQueue<MachineLimits> applied = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Optional<Path>> moved = new LinkedBlockingQueue<>();
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        @Override
        public Optional<String> machine() {
            return name;
        }

        @Override
        public int runningContainers() {
            return 3;
        }

        @Override
        public Subscription onStatus(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
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
