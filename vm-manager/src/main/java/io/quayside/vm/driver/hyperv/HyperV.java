package io.quayside.vm.driver.hyperv;

import io.quayside.vm.error.VmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Hyper-V of this computer: its cmdlets, and the pipes that it makes.
record HyperV(PowerShell shell, Pipes pipes) {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Set<String> ENDED = Set.of("Off", "Saved", "OffCritical", "SavedCritical");

    /// A machine on Hyper-V's list.
    ///
    /// @param state as Hyper-V calls it, such as `Running`
    /// @param memory that it has at present, in bytes
    record Listed(String name, String state, String notes, long memory) {
        private static Listed of(JsonNode json) {
            return new Listed(
                    json.path("Name").asString(""),
                    json.path("State").asString(""),
                    json.path("Notes").asString(""),
                    json.path("MemoryAssigned").asLong(0));
        }

        /// One that is starting, stopping or paused runs, too.
        boolean runs() {
            return !ENDED.contains(state);
        }
    }

    void run(Cmdlet cmdlet) throws VmException {
        run(List.of(cmdlet));
    }

    List<List<JsonNode>> run(List<Cmdlet> cmdlets) throws VmException {
        return shell.run(cmdlets, DEADLINE);
    }

    /// The machine of that name, if Hyper-V has one.
    Optional<Listed> machine(String name) throws VmException {
        return run(List.of(HyperVCommands.machines())).getFirst().stream()
                .map(Listed::of)
                .filter(listed -> listed.name().equalsIgnoreCase(name))
                .findFirst();
    }

    List<String> switches() throws VmException {
        return run(List.of(HyperVCommands.switches())).getFirst().stream()
                .map(json -> json.path("Name").asString(""))
                .toList();
    }
}
