package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.MachineState;
import picocli.CommandLine.Command;

/// `quayside vm stop`.
@Command(name = "stop", description = "Stops a machine, its containers first. Data stays.")
final class VmStopCommand extends NamedMachineCommand {
    @Override
    int run(Backend backend, String wanted) throws VmException, InterruptedException {
        Machines machines = backend.machines().machines();
        machines.config(wanted); // or it isn't there
        boolean ran = machines.inspect(wanted).state() != MachineState.STOPPED;
        machines.stop(wanted);
        say(facts(wanted, "stopped"), wanted + (ran ? " is stopped." : " didn't run."));
        return 0;
    }
}
