package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.Resources;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `quayside vm create`.
@Command(name = "create", description = "Makes a machine and starts it. If that fails, nothing of it is left.")
final class VmCreateCommand extends NamedMachineCommand {
    @Option(names = "--cpus", paramLabel = "N", description = "Default: half of this computer's, four at most.")
    private @Nullable Integer cpus;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = VmSize.Converter.class,
            description = "At most, such as 6GB. Default: a third of this computer's, 8 GB at most.")
    private @Nullable VmSize memory;

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            converter = VmSize.Converter.class,
            description = "At most; it takes what is in use. Default: 64 GB.")
    private @Nullable VmSize disk;

    @Option(names = "--no-start", description = "Leave it stopped.")
    private boolean stopped;

    @Override
    String unnamed(HostMachines machines) {
        return HostMachines.USUAL_NAME;
    }

    @Override
    int run(Backend backend, String wanted) throws CommandFailure, VmException, HostException, InterruptedException {
        HostMachines machines = backend.machines();
        VmOffer offer = machines.offer();
        Optional<VmCheck> missing = offer.missing();
        if (missing.isPresent()) {
            throw new CommandFailure(
                    missing.get().title() + ".\n" + missing.get().detail());
        }
        Resources resources = resources(offer.usual());
        if (stopped) {
            machines.machines().create(wanted, resources, Map.of());
        } else {
            StepPrinter printer = new StepPrinter(isForScripts());
            machines.create(wanted, NewMachine.of(resources), printer::tell);
            printer.end();
        }
        String endpoint = machines.host(wanted).endpoint().display();
        Map<String, Object> facts = facts(wanted, stopped ? "stopped" : "running");
        facts.put("endpoint", endpoint);
        say(facts, wanted + (stopped ? " is made: " : " runs at " + endpoint + ": ") + Figures.of(resources));
        return 0;
    }

    private Resources resources(Resources usual) throws CommandFailure {
        try {
            return new Resources(
                    cpus == null ? usual.cpus() : cpus,
                    memory == null ? usual.memoryMiB() : HostCapacity.mib(memory.bytes()),
                    disk == null ? usual.diskGiB() : HostCapacity.gib(disk.bytes()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("A machine can't have that: " + e.getMessage(), e);
        }
    }
}
