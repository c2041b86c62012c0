package io.quayside.vm.driver.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole command lines, compared with the files beside this class, one argument a line.
class QemuCommandTest {
    private static final MachineFiles FILES =
            new MachineFiles(Path.of("/data/machines/dev"), Path.of("/run/vm/dev"), Path.of("/state/machines/dev"));

    @ParameterizedTest
    @CsvSource({
        "LINUX,AMD64,KVM",
        "LINUX,AMD64,TCG",
        "LINUX,ARM64,KVM",
        "LINUX,ARM64,TCG",
        "MACOS,AMD64,HVF",
        "MACOS,AMD64,TCG",
        "MACOS,ARM64,HVF",
        "MACOS,ARM64,TCG",
        "WINDOWS,AMD64,WHPX",
        "WINDOWS,AMD64,TCG",
        "WINDOWS,ARM64,WHPX",
    })
    void commandLineIsAsRecorded(HostSystem host, Architecture architecture, Accelerator accelerator)
            throws IOException {
        MachineConfig config = new MachineConfig("dev", architecture, new Resources(4, 4096, 60), 23760, Map.of());
        List<String> command =
                QemuCommand.from(config, image(architecture), FILES, probe(host, architecture, accelerator));
        assertEquals(recorded(host + "-" + architecture + "-" + accelerator), String.join("\n", command) + "\n");
    }

    @Test
    void commaInAPathIsDoubled() {
        MachineFiles odd = new MachineFiles(Path.of("/a,b"), Path.of("/run"), Path.of("/state"));
        MachineConfig config = new MachineConfig("dev", Architecture.AMD64, new Resources(1, 512, 1), 23760, Map.of());
        List<String> command = QemuCommand.from(
                config, image(Architecture.AMD64), odd, probe(HostSystem.LINUX, Architecture.AMD64, Accelerator.TCG));
        assertEquals(
                1,
                command.stream()
                        .filter(word -> word.endsWith("file=/a,,b/data.raw"))
                        .count());
    }

    @Test
    void testOfAnAcceleratorUsesTheSameMachineWithoutDisks() {
        List<String> command = QemuCommand.probe(
                image(Architecture.AMD64), probe(HostSystem.MACOS, Architecture.AMD64, Accelerator.HVF));
        assertEquals(
                List.of(
                        "/opt/qemu",
                        "-nodefaults",
                        "-no-user-config",
                        "-display",
                        "none",
                        "-machine",
                        "q35,vmport=off",
                        "-accel",
                        "hvf",
                        "-cpu",
                        "host,-pdpe1gb",
                        "-smp",
                        "1",
                        "-m",
                        "256",
                        "-no-reboot",
                        "-kernel",
                        "/image/vmlinuz",
                        "-initrd",
                        "/image/initrd",
                        "-append",
                        "console=ttyS0 quiet loglevel=5 panic=5 mitigations=off random.trust_cpu=on quayside.probe",
                        "-serial",
                        "stdio"),
                command);
    }

    private static QemuProbe probe(HostSystem host, Architecture architecture, Accelerator accelerator) {
        return new QemuProbe(host, architecture, Path.of("/opt/qemu"), "9.2.0", accelerator, "");
    }

    private static GuestImage image(Architecture architecture) {
        return new GuestImage(Path.of("/image"), "recipe", architecture, "6.12", Map.of());
    }

    private static String recorded(String name) throws IOException {
        try (InputStream in = QemuCommandTest.class.getResourceAsStream(name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
