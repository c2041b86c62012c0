package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.GuestNetwork;
import io.quayside.vm.driver.PreferredDriver;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which of Hyper-V and another hypervisor a Windows gets, on a Windows that is played, see [FakeHyperV].
class HyperVChoiceTest {
    @TempDir
    Path folder;

    private FakeHyperV windows;
    private MachineFiles files;
    private PreferredDriver driver;

    /// Has files of its own and says who it is.
    private static final VmDriver OTHER = new VmDriver() {
        @Override
        public Capabilities capabilities() {
            return new Capabilities("other", false, "A test start failed.", true, true, true);
        }

        @Override
        public void createDataDisk(MachineFiles files, long bytes) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void growDataDisk(MachineFiles files, long bytes) {
            throw new AssertionError("not asked for");
        }

        @Override
        public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) {
            return Optional.empty();
        }
    };

    @BeforeEach
    void choose() throws Exception {
        windows = new FakeHyperV();
        files = MachineFiles.of(AppDirs.of(Optional.of(folder)).create(), "dev");
        Files.createDirectories(files.folder());
        driver = new PreferredDriver(new HyperVDriver(windows), OTHER, () -> List.of(files));
    }

    @Test
    void hyperVIsTakenWhereItAnswers() throws Exception {
        assertTrue(driver.isPreferred());
        assertEquals("Hyper-V", driver.capabilities().name());
        assertEquals(
                "Hyper-V is turned on, and this user may use it.",
                driver.capabilities().reason());
        assertEquals(files.hyperVDataDisk(), driver.dataDisk(files));
        assertEquals(GuestNetwork.DHCP, driver.network());
        driver.createDataDisk(files, 1L << 30);
        assertTrue(windows.disks.containsKey(files.hyperVDataDisk().toString()));
    }

    @Test
    void whereHyperVIsNotThereTheOtherIsTakenWithBothReasons() throws Exception {
        windows.installed = false;
        assertFalse(driver.isPreferred());
        assertEquals("other", driver.capabilities().name());
        assertTrue(
                driver.capabilities().reason().startsWith("Hyper-V isn't available on this computer. "),
                driver.capabilities().reason());
        assertTrue(
                driver.capabilities().reason().endsWith(" A test start failed."),
                driver.capabilities().reason());
        assertEquals(files.dataDisk(), driver.dataDisk(files));
        assertEquals(GuestNetwork.USER, driver.network());
    }

    @Test
    void machinesOfTheOtherKeepTheirDisksWhenHyperVIsTurnedOn() throws Exception {
        Files.writeString(files.dataDisk(), "data");
        assertFalse(driver.isPreferred());
        assertEquals(
                "There are machines that were made this way. A test start failed.",
                driver.capabilities().reason());
        assertEquals(files.dataDisk(), driver.dataDisk(files));
        assertEquals(List.of(), windows.called);
    }

    @Test
    void machinesOfHyperVSayWhatIsWrongWhenItIsTurnedOff() throws IOException {
        Files.writeString(files.hyperVDataDisk(), "vhdx");
        windows.installed = false;
        VmException failure = assertThrows(VmException.class, driver::capabilities);
        assertInstanceOf(VmProblem.HyperVMissing.class, failure.problem());
        assertEquals(files.hyperVDataDisk(), driver.dataDisk(files));
    }

    @Test
    void choiceIsMadeOnceUntilItIsForgotten() {
        windows.installed = false;
        assertFalse(driver.isPreferred());
        windows.installed = true;
        assertFalse(driver.isPreferred());
        driver.forget();
        assertTrue(driver.isPreferred());
    }
}
