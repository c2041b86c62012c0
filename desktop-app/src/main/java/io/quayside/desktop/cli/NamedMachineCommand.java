package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command about one machine, whose answer is also there for scripts.
abstract class NamedMachineCommand extends MachineCommand {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The machine; without it the only one, or " + HostMachines.USUAL_NAME + ".")
    private @Nullable String name;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    /// Does it with this machine. Blocks; returns the exit code.
    abstract int run(Backend backend, String wanted)
            throws CommandFailure, VmException, HostException, InterruptedException;

    @Override
    final int run(Backend backend) throws CommandFailure, VmException, HostException, InterruptedException {
        return run(backend, name == null ? unnamed(backend.machines()) : name);
    }

    /// Which machine is meant by none.
    String unnamed(HostMachines machines) throws CommandFailure {
        return VmCommand.only(machines);
    }

    final boolean isForScripts() {
        return json;
    }

    /// How the machine stands now, for scripts; more can be added.
    static Map<String, Object> facts(String wanted, String state) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", wanted);
        facts.put("state", state);
        return facts;
    }

    /// Says the one to scripts and the other to people.
    final void say(Map<String, Object> facts, String text) {
        System.out.println(json ? Json.of(facts) : text);
    }
}
