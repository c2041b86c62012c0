package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.vm.model.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HyperVCommandsTest {
    private static final HyperVMachine MACHINE = new HyperVMachine(
            "quayside-dev",
            "Made by Quayside; it's \"ours\" $(whoami) `n",
            new Resources(4, 4096, 60),
            Path.of("/data/machines/dev"),
            Path.of("/data/machines/dev/system.vhdx"),
            Path.of("/data/machines/dev/data.vhdx"),
            Path.of("/data/machines/dev/config.vhdx"),
            HyperVMachine.DEFAULT_SWITCH);

    private static List<Cmdlet> all() {
        List<Cmdlet> all = new ArrayList<>();
        all.add(HyperVCommands.machines());
        all.add(HyperVCommands.switches());
        all.add(HyperVCommands.newDataDisk(MACHINE.dataDisk(), 60L << 30));
        all.add(HyperVCommands.newSystemDisk(Path.of("/image/system.vhdx"), MACHINE.systemDisk()));
        all.addAll(HyperVCommands.create(MACHINE));
        all.add(HyperVCommands.growDisk(MACHINE.dataDisk(), 80L << 30));
        all.add(HyperVCommands.memoryAtMost(MACHINE.name(), 8L << 30));
        all.add(HyperVCommands.pause(MACHINE.name()));
        all.add(HyperVCommands.resume(MACHINE.name()));
        all.add(HyperVCommands.shutDown(MACHINE.name()));
        all.add(HyperVCommands.turnOff(MACHINE.name()));
        all.add(HyperVCommands.remove(MACHINE.name()));
        all.add(HyperVCommands.compactDisk(MACHINE.dataDisk()));
        return all;
    }

    @Test
    void cmdletsAreAsRecorded() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Cmdlet cmdlet : all()) {
            lines.append(JsonMapper.shared().writeValueAsString(cmdlet)).append('\n');
        }
        try (InputStream in = HyperVCommandsTest.class.getResourceAsStream("cmdlets.txt")) {
            assertEquals(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8), lines.toString());
        }
    }

    @Test
    void everyCmdletHasTheParametersThatMicrosoftDocuments() throws IOException {
        DocumentedParameters documented = new DocumentedParameters();
        for (Cmdlet cmdlet : all()) {
            assertEquals(
                    Optional.empty(),
                    documented.refusal(cmdlet.name(), JsonMapper.shared().valueToTree(cmdlet.parameters())),
                    cmdlet.name());
        }
    }

    @Test
    void smallMachineStartsWithAllItMayHave() {
        HyperVMachine small = new HyperVMachine(
                MACHINE.name(),
                MACHINE.notes(),
                new Resources(1, 512, 1),
                MACHINE.folder(),
                MACHINE.systemDisk(),
                MACHINE.dataDisk(),
                MACHINE.configDisk(),
                MACHINE.network());
        assertEquals(
                512L << 20, HyperVCommands.create(small).getFirst().parameters().get("MemoryStartupBytes"));
    }

    @Test
    void documentedRefusalsAreFound() throws IOException {
        DocumentedParameters documented = new DocumentedParameters();
        JsonMapper json = JsonMapper.shared();
        assertEquals(
                Optional.of("NamedParameterNotFound: Colour"),
                documented.refusal("Start-VM", json.readTree("{\"Name\": \"a\", \"Colour\": \"red\"}")));
        assertEquals(Optional.of("MissingMandatoryParameter"), documented.refusal("Start-VM", json.readTree("{}")));
        assertEquals(
                Optional.of("AmbiguousParameterSet"),
                documented.refusal(
                        "New-VM",
                        json.readTree("{\"VHDPath\": \"a\", \"NewVHDPath\": \"b\", \"NewVHDSizeBytes\": 1}")));
        assertEquals(
                Optional.of("CannotConvertArgument: EnableSecureBoot=false"),
                documented.refusal(
                        "Set-VMFirmware", json.readTree("{\"VMName\": \"a\", \"EnableSecureBoot\": false}")));
    }
}
