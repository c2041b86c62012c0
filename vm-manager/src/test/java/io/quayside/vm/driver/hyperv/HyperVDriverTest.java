package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.driver.RoutedVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.ConfigFile;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The driver on a Windows that knows what its cmdlets document, see [FakeHyperV].
class HyperVDriverTest {
    private static final String NAME = "quayside-dev";

    @TempDir
    Path folder;

    private FakeHyperV windows;
    private final List<String> opened = new ArrayList<>();
    private HyperVDriver driver;
    private MachineFiles files;
    private MachineControl control;
    private GuestImage image;
    private MachineConfig config;

    @BeforeEach
    void makeMachine() throws Exception {
        windows = new FakeHyperV();
        driver = new HyperVDriver(windows, this::pipe);
        image = new GuestImage(
                folder, "recipe", Architecture.AMD64, "6.12", Map.of("system.vhdx", new GuestImage.Content(4, "")));
        Files.writeString(image.file(GuestImage.SYSTEM_DISK), "vhdx");
        files = MachineFiles.of(AppDirs.of(Optional.of(folder)).create(), "dev");
        control = new MachineControl(driver, image);
        config = control.create(files, "dev", new Resources(4, 4096, 60), Map.of());
        Files.createDirectories(files.run());
        Files.createDirectories(files.logs());
        Files.writeString(files.guestConfig(), "{\"version\":1}");
    }

    /// A pipe that says nothing and takes everything.
    private ByteChannel pipe(String path) {
        opened.add(path);
        return new ByteChannel() {
            @Override
            public int read(ByteBuffer buffer) {
                return -1;
            }

            @Override
            public int write(ByteBuffer buffer) {
                int count = buffer.remaining();
                buffer.position(buffer.limit());
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private HyperVVm launch() throws VmException {
        return assertInstanceOf(HyperVVm.class, driver.launch(config, image, files));
    }

    @Test
    void machineGoesThroughItsLife() throws Exception {
        assertEquals(60L << 30, windows.disks.get(files.hyperVDataDisk().toString()));
        HyperVVm vm = launch();
        FakeHyperV.Vm made = windows.machines.get(NAME);
        assertEquals("Running", made.state);
        assertEquals("Off", made.secureBoot);
        assertEquals("Disabled", made.checkpoints);
        assertEquals(4, made.processors);
        assertEquals(4096L << 20, made.memoryMost);
        assertEquals(
                List.of(
                        files.hyperVSystemDisk().toString(),
                        files.hyperVDataDisk().toString(),
                        files.hyperVConfigDisk().toString()),
                made.disks);
        assertEquals(
                Map.of(1, "\\\\.\\pipe\\quayside-dev-console", 2, "\\\\.\\pipe\\quayside-dev-control"), made.pipes);
        assertTrue(vm.alive());
        vm.growDataDisk(80L << 30);
        assertEquals(80L << 30, windows.disks.get(files.hyperVDataDisk().toString()));
        vm.pause();
        assertTrue(vm.alive());
        vm.resume();
        assertEquals(1L << 30, vm.memory());
        vm.pressPowerButton();
        assertTrue(vm.awaitEnd(Duration.ZERO));
        assertEquals(Optional.empty(), driver.adopt(config, files));
        assertEquals(Map.of(), windows.machines);
        driver.compactDataDisk(files, DiskProgress.none());
        control.delete(files, "dev", Optional.of(config));
        assertFalse(Files.exists(files.folder()));
    }

    @Test
    void definitionIsMadeAnewAtEveryStart() throws Exception {
        launch().powerCut();
        config = config.withResources(new Resources(2, 2048, 60));
        launch();
        assertEquals(2, windows.machines.get(NAME).processors);
        assertEquals(2048L << 20, windows.machines.get(NAME).memoryMost);
    }

    @Test
    void earlierProcessesMachineIsAdopted() throws Exception {
        launch();
        RunningVm found =
                new HyperVDriver(windows, this::pipe).adopt(config, files).orElseThrow();
        found.connectControl().close();
        assertEquals("\\\\.\\pipe\\quayside-dev-control", opened.getLast());
        assertInstanceOf(ResizableVm.class, found);
    }

    @Test
    void machineOfSomebodyElseIsLeftAlone() throws Exception {
        FakeHyperV.Vm theirs = new FakeHyperV.Vm();
        theirs.notes = "precious";
        windows.machines.put("Quayside-Dev", theirs);
        assertProblem(new VmProblem.HyperVNameTaken(NAME));
        assertEquals(Map.of("Quayside-Dev", theirs), windows.machines);
    }

    @Test
    void startThatFailsLeavesNothing() throws Exception {
        for (String cmdlet : List.of(
                "New-VHD", "New-VM", "Set-VM", "Set-VMFirmware", "Add-VMHardDiskDrive", "Set-VMComPort", "Start-VM")) {
            windows.failing.put(cmdlet, new FakeHyperV.Refusal("OperationFailed", "InvalidOperation", "no"));
            assertProblem(new VmProblem.HypervisorRefused(cmdlet, "no"));
            assertEquals(Map.of(), windows.machines, cmdlet);
            windows.failing.clear();
        }
        launch();
    }

    @Test
    void failuresSayWhatToDo() throws Exception {
        windows.failing.put(
                "Start-VM", new FakeHyperV.Refusal("OperationFailed", "InvalidOperation", "zu wenig (0x800705AA)."));
        assertProblem(new VmProblem.HostMemoryShort("zu wenig (0x800705AA)."));
        windows.failing.put(
                "Start-VM", new FakeHyperV.Refusal("OperationFailed", "InvalidOperation", "belegt (0x80070020)."));
        assertProblem(new VmProblem.DiskAttached("belegt (0x80070020)."));
        windows.failing.clear();
        windows.switches.clear();
        assertProblem(new VmProblem.HyperVSwitchMissing("Default Switch"));
        windows.allowed = false;
        assertProblem(new VmProblem.HyperVNotAllowed("Get-VMSwitch"));
        windows.installed = false;
        assertInstanceOf(
                VmProblem.HyperVMissing.class,
                assertThrows(VmException.class, driver::capabilities).problem());
    }

    private void assertProblem(VmProblem expected) {
        assertEquals(expected, assertThrows(VmException.class, this::launch).problem());
    }

    @Test
    void diskInUseIsNotCompacted() throws Exception {
        launch();
        VmException inUse = assertThrows(VmException.class, () -> driver.compactDataDisk(files, DiskProgress.none()));
        assertInstanceOf(VmProblem.DiskAttached.class, inUse.problem());
    }

    @Test
    void diskOfAStoppedMachineIsCompactedByHyperV() throws Exception {
        control.shrink(files, config, Optional.empty(), DiskProgress.none());
        assertEquals(List.of(files.hyperVDataDisk().toString()), windows.compacted);
        launch();
        VmException runs = assertThrows(
                VmException.class, () -> control.shrink(files, config, Optional.empty(), DiskProgress.none()));
        assertEquals(new VmProblem.StillInUse("dev"), runs.problem());
    }

    @Test
    void movedDiskIsStillOneOfHyperVs() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path moved = control.moveDisk(files, config, elsewhere, DiskProgress.none());
        assertEquals(elsewhere.toRealPath().resolve("quayside-dev.vhdx"), moved);
        assertEquals(moved, files.hyperVDataDisk().toRealPath());
    }

    @Test
    void diskGrowsWhileStoppedAndNeverShrinks() throws Exception {
        MachineConfig grown = control.resize(files, config.name(), new Resources(4, 4096, 70), Optional.empty());
        assertEquals(70L << 30, windows.disks.get(files.hyperVDataDisk().toString()));
        assertEquals(grown, ConfigFile.read(files.config()));
        VmException shrunk = assertThrows(
                VmException.class,
                () -> control.resize(files, config.name(), new Resources(4, 4096, 60), Optional.empty()));
        assertEquals(new VmProblem.DiskCannotShrink(70, 60), shrunk.problem());
    }

    @Test
    void pipeThatWindowsRefusesIsNamed() throws Exception {
        launch();
        HyperVDriver refused = new HyperVDriver(windows, path -> {
            throw new AccessDeniedException(path);
        });
        RunningVm vm = refused.adopt(config, files).orElseThrow();
        assertEquals(
                new VmProblem.ControlPipeDenied("\\\\.\\pipe\\quayside-dev-control"),
                assertThrows(VmException.class, vm::connectControl).problem());
    }

    @Test
    void enginesPortLeadsToTheGuestUntilTheMachineIsClosed() throws Exception {
        RoutedVm vm = launch();
        int port = freePort();
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            vm.route(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), engine.getLocalPort()));
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket atEngine = engine.accept()) {
                client.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                assertArrayEquals(
                        "ping".getBytes(StandardCharsets.US_ASCII),
                        atEngine.getInputStream().readAllBytes());
                atEngine.getOutputStream().write("pong".getBytes(StandardCharsets.US_ASCII));
                atEngine.shutdownOutput();
                assertEquals("pong", new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
        vm.close();
        assertThrows(IOException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void capabilitiesTellThatDisksAreCompactedByHand() throws Exception {
        Capabilities found = driver.capabilities();
        assertEquals("Hyper-V", found.name());
        assertTrue(found.accelerated() && found.growsWhileRunning() && !found.returnsDiskSpace());
    }
}
