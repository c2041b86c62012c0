package io.quayside.vm.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.store.DataDisk;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong around machines, without one: it is said by its name, and data stays.
@Timeout(60)
class RecoveryTest {
    private static final String NAME = "dev";
    private static final Resources WANTED = new Resources(1, 512, 1);

    @TempDir
    Path folder;

    private final FakeVmDriver driver = new FakeVmDriver();
    private Machines machines;
    private MachineFiles files;

    @BeforeEach
    void prepare() throws Exception {
        AppDirs dirs = AppDirs.of(Optional.of(folder)).create();
        files = MachineFiles.of(dirs, NAME);
        GuestImage image = new GuestImage(folder, "recipe", Architecture.AMD64, "6.12", Map.of());
        machines = new Machines(dirs, new MachineControl(driver, image));
    }

    private void create() throws VmException {
        machines.create(NAME, WANTED, Map.of());
    }

    @Test
    void foldersWithTheMachinesKeysAreNotShared() throws Exception {
        create();
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("code")).resolve("link"), folder);
        for (Path shared : List.of(folder, files.keys(), Path.of("/"), link)) {
            VmProblem refused = refused(() -> machines.setShares(NAME, List.of(Share.of(shared, true))));
            assertInstanceOf(VmProblem.ShareRefused.class, refused, shared.toString());
        }
        assertEquals(List.of(), machines.shares(NAME));
        machines.setShares(NAME, List.of(Share.of(folder.resolve("code"), false)));
        assertEquals(1, machines.shares(NAME).size());
    }

    private VmProblem refused(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(VmException.class, what).problem();
    }

    @Test
    void nothingIsLeftOfAMachineWhoseDiskFoundNoRoom() {
        driver.createDisk = f -> {
            Files.writeString(f.dataDisk(), "half");
            throw new IOException("No space left on device");
        };
        assertEquals(new VmProblem.FilesUnusable(files.dataDisk(), "No space left on device"), refused(this::create));
        assertEquals(false, Files.exists(files.folder()));
    }

    @Test
    void nothingIsLeftOfAMachineWhoseConfigurationCannotBeWritten() throws Exception {
        FakeVmDriver.Step usual = driver.createDisk;
        driver.createDisk = f -> {
            usual.run(f);
            Files.createDirectories(f.config().resolve("in the way"));
        };
        assertInstanceOf(VmProblem.FilesUnusable.class, refused(this::create));
        assertEquals(false, Files.exists(files.folder()));
        assertEquals(List.of(), machines.list());
    }

    @Test
    void truncatedConfigurationIsListedAndMadeAgainAroundTheSameDisk() throws Exception {
        create();
        Files.writeString(files.dataDisk(), "precious");
        Files.writeString(files.config(), "{\"format\": 1, \"na");
        MachineStatus broken = machines.list().getFirst();
        assertEquals(MachineState.FAILED, broken.state());
        assertInstanceOf(VmProblem.ConfigBroken.class, broken.problem().orElseThrow());
        create();
        assertTrue(Files.readString(files.dataDisk()).startsWith("precious"));
        assertEquals("{\"format\": 1, \"na", Files.readString(files.brokenConfig()));
        assertEquals(MachineState.STOPPED, machines.inspect(NAME).state());
    }

    @Test
    void lostConfigurationIsSaidAndTheDisksSizeCounts() throws Exception {
        create();
        Files.delete(files.config());
        try (RandomAccessFile disk = new RandomAccessFile(files.dataDisk().toFile(), "rw")) {
            disk.setLength(3L << 30);
        }
        VmProblem lost = machines.inspect(NAME).problem().orElseThrow();
        assertEquals(new VmProblem.ConfigBroken(files.config(), "it doesn't exist."), lost);
        assertEquals(3, machines.create(NAME, WANTED, Map.of()).resources().diskGiB());
    }

    @Test
    void configurationOfANewerQuaysideIsNotReplaced() throws Exception {
        create();
        Files.writeString(files.config(), "{\"format\": 99}");
        assertInstanceOf(VmProblem.ConfigTooNew.class, refused(this::create));
        assertEquals("{\"format\": 99}", Files.readString(files.config()));
    }

    @Test
    void missingDiskIsNotReplacedByANewOne() throws Exception {
        create();
        Files.delete(files.dataDisk());
        assertEquals(
                new VmProblem.DiskMissing(files.dataDisk()), refused(() -> machines.start(NAME, StartListener.none())));
        assertThrows(NoSuchFileException.class, () -> Files.size(files.dataDisk()));
    }

    @Test
    void diskThatAnotherProgramHasOpenIsNeitherUsedNorDeleted() throws Exception {
        create();
        try (FileChannel other = FileChannel.open(files.dataDisk(), StandardOpenOption.READ)) {
            other.lock(201, 1, true);
            VmProblem used = new VmProblem.DiskInUse(files.dataDisk());
            assertEquals(used, refused(() -> machines.start(NAME, StartListener.none())));
            assertEquals(used, refused(() -> machines.delete(NAME)));
            Files.delete(files.config());
            assertEquals(used, refused(() -> machines.delete(NAME)));
            assertEquals(used, refused(this::create));
        }
        assertEquals(false, DataDisk.isInUse(files.dataDisk()));
        machines.delete(NAME);
        assertEquals(List.of(), left(files.folder()));
    }

    private static List<Path> left(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void guestOfAnotherVersionIsSaid() throws Exception {
        create();
        driver.answers = Map.of("ping", "{\"version\":2}");
        assertEquals(new VmProblem.GuestVersion(2, 1), refused(() -> machines.start(NAME, StartListener.none())));
        assertEquals(List.of("kill"), driver.running.orElseThrow().done);
    }

    @Test
    void diskOfANewerImageIsSaidInTheGuestsWords() throws Exception {
        create();
        String reason = "the data disk has format \\\"2\\\"; this image knows up to 1";
        driver.answers = Map.of("steps", "[{\"name\":\"data-disk\",\"seconds\":1,\"error\":\"" + reason + "\"}]");
        assertEquals(
                new VmProblem.GuestStepFailed("data-disk", reason.replace("\\", ""), List.of()),
                refused(() -> machines.start(NAME, StartListener.none())));
    }

    @Test
    void engineThatEndsAgainAndAgainEndsTheStartWithItsLastWords() throws Exception {
        create();
        String ended = "{\"name\":\"engine\",\"data\":{\"state\":\"stopped\",\"error\":\"dockerd: exit code 1\"}}";
        driver.events = List.of(ended, ended, ended);
        driver.answers = Map.of("logs", "{\"text\":\"unable to configure the Docker daemon\"}");
        assertEquals(
                new VmProblem.GuestStepFailed(
                        "engine-start", "dockerd: exit code 1", List.of("unable to configure the Docker daemon")),
                refused(() -> machines.start(NAME, StartListener.none())));
    }

    @Test
    void machineThatAnotherQuaysideIsConnectedToIsLeftToIt() throws Exception {
        create();
        FakeVmDriver.FakeVm vm = driver.launch();
        try (MachineLock _ = MachineLock.takeLink(files, NAME)) {
            assertEquals(
                    new VmProblem.ConnectedElsewhere(NAME, files.linkLock()),
                    refused(() -> machines.start(NAME, StartListener.none())));
            assertEquals(List.of(), vm.done);
            assertEquals(MachineState.RUNNING, machines.inspect(NAME).state());
            machines.stop(NAME);
        }
        assertEquals(List.of("power button"), vm.done);
    }

    @Test
    void machineThatWaitsForRoomIsDegradedAndSaysWhy() throws Exception {
        create();
        FakeVmDriver.FakeVm vm = driver.launch();
        VmProblem full = new VmProblem.HostDiskFull(files.folder(), 0);
        vm.trouble = Optional.of(full);
        assertEquals(MachineState.DEGRADED, machines.inspect(NAME).state());
        assertEquals(Optional.of(full), machines.inspect(NAME).problem());
    }
}
