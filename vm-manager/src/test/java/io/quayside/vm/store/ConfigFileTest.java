package io.quayside.vm.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineOptions;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import io.quayside.vm.ports.PortSettings.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        MachineConfig config = new MachineConfig(
                "dev",
                Architecture.ARM64,
                new Resources(2, 2048, 60),
                23760,
                Map.of("registry-mirrors", List.of("http://10.0.2.2:5000")),
                List.of(new Share(folder, "/host/code", true)));
        ConfigFile.write(folder.resolve("machine.json"), config);
        assertEquals(config, ConfigFile.read(folder.resolve("machine.json")));
    }

    @Test
    void fileFromBeforeThereWereSharesHasNone() throws Exception {
        Path file = Files.writeString(
                folder.resolve("machine.json"),
                "{\"format\":1,\"name\":\"dev\",\"architecture\":\"amd64\",\"cpus\":2,\"memoryMiB\":1024,\"diskGiB\":4,\"enginePort\":2376}");
        assertEquals(List.of(), ConfigFile.read(file).shares());
    }

    @Test
    void optionsAreReadAsTheyWereWritten() throws Exception {
        PortRule rule = new PortRule(Forward.Protocol.UDP, "0.0.0.0", 53, "dns", 5353);
        MachineConfig config = plain().withOptions(new MachineOptions(
                512, new IdleSettings(10, false), new PortSettings(Reach.EVERYBODY, List.of(rule))));
        ConfigFile.write(folder.resolve("machine.json"), config);
        assertEquals(config, ConfigFile.read(folder.resolve("machine.json")));
    }

    @Test
    void fileFromBeforeThereWereOptionsIsReadAsUsual() throws Exception {
        Path file = Files.writeString(
                folder.resolve("machine.json"),
                "{\"format\":1,\"name\":\"dev\",\"architecture\":\"amd64\",\"cpus\":2,\"memoryMiB\":2048,"
                        + "\"diskGiB\":60,\"enginePort\":23760}");
        assertEquals(plain(), ConfigFile.read(file));
    }

    private static MachineConfig plain() {
        return new MachineConfig("dev", Architecture.AMD64, new Resources(2, 2048, 60), 23760, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"format\":1", "[]", "{\"format\":1,\"name\":\"../x\"}", "null"})
    void truncatedOrForeignFileIsAProblemThatNamesIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("machine.json"), content);
        VmException broken = assertThrows(VmException.class, () -> ConfigFile.read(file));
        assertEquals(
                file,
                assertInstanceOf(VmProblem.ConfigBroken.class, broken.problem()).file());
    }

    @Test
    void newerFormatIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("machine.json"), "{\"format\": 2}");
        VmException newer = assertThrows(VmException.class, () -> ConfigFile.read(file));
        assertEquals(new VmProblem.ConfigTooNew(file, 2, MachineConfig.FORMAT), newer.problem());
    }

    @Test
    void lockIsHeldByOneAtATime() throws Exception {
        MachineFiles files = new MachineFiles(folder.resolve("dev"), folder, folder);
        try (MachineLock first = MachineLock.take(files, "dev")) {
            VmException busy = assertThrows(VmException.class, () -> MachineLock.take(files, "dev"));
            assertEquals(new VmProblem.BusyElsewhere("dev", files.lock()), busy.problem());
            assertEquals(true, first != null);
        }
        MachineLock.take(files, "dev").close();
    }

    @Test
    void socketPathThatTheSystemCannotTakeIsAProblem() {
        Path deep = Path.of("/" + "x".repeat(100));
        MachineFiles files = new MachineFiles(deep, deep, deep);
        VmException tooLong = assertThrows(VmException.class, files::checkSocketPaths);
        assertEquals(new VmProblem.PathTooLong(deep.resolve("qmp.sock"), 110, 103), tooLong.problem());
    }
}
