package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `quayside vm` where no machine can run: what it says and how it exits.
class VmCommandTest {
    @TempDir
    Path folder;

    private CommandResult vm(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "vm";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return new Program(folder.resolve("q"))
                .runIn(Map.of("QUAYSIDE_VM_IMAGE", folder.toString(), "DOCKER_HOST", ""), line);
    }

    @Test
    void withoutAMachineItsStateIsNoneAndNothingElseIsDone() {
        CommandResult status = vm("status", "--json");
        assertEquals(0, status.exitCode(), status.errors());
        assertEquals(
                Map.of("name", "quayside-vm", "state", "none"),
                JsonMapper.shared().readValue(status.output(), Map.class));
        for (List<String> line : List.of(List.of("start"), List.of("stop"), List.of("delete", "--yes"))) {
            CommandResult result = vm(line.toArray(String[]::new));
            assertEquals(1, result.exitCode(), line.toString());
            assertTrue(result.errors().startsWith("There is no virtual machine quayside-vm."), result.errors());
        }
    }

    @Test
    void machineCannotBeMadeWithoutAnImageAndNothingIsLeft() {
        CommandResult result = vm("create");
        assertEquals(1, result.exitCode());
        assertTrue(
                result.errors().contains("image isn’t on this computer")
                        || result.errors().contains("QEMU isn’t installed"),
                result.errors());
        assertTrue(Files.notExists(folder.resolve("q/data/machines/quayside-vm")));
        assertEquals(2, vm("create", "--memory", "a lot").exitCode());
        assertEquals(2, vm().exitCode());
    }

    @Test
    void brokenMachineIsToldWithItsReasonAndIsDeletedOnlyWhenThatIsMeant() throws IOException {
        Path machine = Files.createDirectories(folder.resolve("q/data/machines/dev"));
        Files.writeString(machine.resolve("machine.json"), "{");
        CommandResult status = vm("status", "--json");
        assertEquals(1, status.exitCode(), status.errors());
        Map<?, ?> facts = JsonMapper.shared().readValue(status.output(), Map.class);
        assertEquals(
                List.of("dev", "failed", "vm-config-broken"),
                List.of(facts.get("name"), facts.get("state"), facts.get("code")));

        CommandResult unasked = vm("delete");
        assertEquals(1, unasked.exitCode());
        assertTrue(unasked.errors().contains("add --yes"), unasked.errors());
        assertTrue(Files.exists(machine));
        CommandResult deleted = vm("delete", "--yes", "--json");
        assertEquals(0, deleted.exitCode(), deleted.errors());
        assertTrue(Files.notExists(machine));
    }
}
