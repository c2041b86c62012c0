package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Resources;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A machine as `vm status` reports it.
///
/// @param broken whether something of it isn't as it should be
/// @param facts for `--json`, in order
/// @param text for people
record VmReport(boolean broken, Map<String, Object> facts, String text) {
    /// Looks at the machine and asks its engine. Blocks.
    static VmReport of(Backend backend, String name) throws VmException, InterruptedException {
        HostMachines machines = backend.machines();
        MachineStatus status = machines.machines().inspect(name);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        StringBuilder text = new StringBuilder();
        String state = status.state().name().toLowerCase(Locale.ROOT);
        boolean broken = status.state() == MachineState.FAILED;
        Map<String, Object> engine = new LinkedHashMap<>();
        if (status.state() == MachineState.RUNNING) {
            EngineReport report = EngineReport.ask(backend, backend.engines().machine(name), true);
            engine.putAll(report.facts());
            engine.remove("name");
            if (!report.answers()) {
                state = "degraded";
                broken = true;
            }
            text.append("\nEngine:     ").append(report.text());
        }
        facts.put("state", state);
        if (status.config().isPresent()) {
            MachineConfig config = status.config().get();
            facts.put("endpoint", backend.engines().machine(name).address());
            facts.put("engineKey", FoundEngines.machineKey(name));
            addFigures(facts, text, config, MachineDisk.of(machines.machines(), name));
        }
        if (!engine.isEmpty()) {
            facts.put("engine", engine);
        }
        if (status.problem().isPresent()) {
            VmProblem.Words words = status.problem().get().words();
            facts.put("code", words.code());
            facts.put("problem", words.what() + " " + words.why());
            text.append("\n").append(words.what()).append("\n").append(SafeText.line(words.why()));
            text.append("\n").append(words.advice());
        }
        return new VmReport(broken, facts, "Machine:    " + name + " " + state + text);
    }

    private static void addFigures(
            Map<String, Object> facts, StringBuilder text, MachineConfig config, MachineDisk disk) {
        Resources resources = config.resources();
        facts.put("architecture", config.architecture().id());
        facts.put("cpus", resources.cpus());
        facts.put("memoryBytes", Figures.memory(resources));
        facts.put("diskBytes", resources.diskBytes());
        facts.put("diskFile", disk.file().toString());
        facts.put("diskFileBytes", disk.bytes());
        text.append("\nResources:  ").append(Figures.of(resources));
        text.append("\nDisk:       ")
                .append(Sizes.of(resources.diskBytes()))
                .append(" at most, ")
                .append(Sizes.of(disk.bytes()))
                .append(" on this computer");
    }
}
