package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import java.util.Map;
import picocli.CommandLine.Command;

/// `quayside vm start`.
@Command(
        name = "start",
        description = "Starts a machine and waits until its engine answers. Does nothing to one that runs.")
final class VmStartCommand extends NamedMachineCommand {
    @Override
    int run(Backend backend, String wanted) throws VmException, HostException, InterruptedException {
        EngineHost host = backend.machines().host(wanted);
        // One that answers is left alone: the window may be connected to it, and only one process can be.
        if (!host.refresh().runs()) {
            StepPrinter printer = new StepPrinter(isForScripts());
            Runnable end = host.onState(state -> printer.tell(state.steps()));
            try {
                host.start();
            } finally {
                end.run();
            }
        }
        String endpoint = host.endpoint().display();
        Map<String, Object> facts = facts(wanted, "running");
        facts.put("endpoint", endpoint);
        say(facts, wanted + " runs at " + endpoint);
        return 0;
    }
}
