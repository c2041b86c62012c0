package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.Resources;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside vm create`.
@Command(name = "create", description = "Makes a machine and starts it. If that fails, nothing of it is left.")
final class VmCreateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    @Mixin
    private final VmCommand.Name name = new VmCommand.Name();

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

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            HostMachines machines = backend.machines();
            VmOffer offer = machines.offer();
            Optional<VmCheck> missing = offer.missing();
            if (missing.isPresent()) {
                throw new CommandFailure(
                        missing.get().title() + ".\n" + missing.get().detail());
            }
            String wanted = name.orUsual();
            Resources resources = resources(offer.usual());
            StepPrinter printer = new StepPrinter(json);
            try {
                if (stopped) {
                    machines.machines().create(wanted, resources, Map.of());
                } else {
                    machines.create(wanted, resources, printer::tell);
                    printer.end();
                }
                String endpoint = machines.host(wanted).endpoint().display();
                System.out.println(
                        json
                                ? Json.of(Map.of(
                                        "name", wanted, "state", stopped ? "stopped" : "running", "endpoint", endpoint))
                                : wanted
                                        + (stopped ? " is made: " : " runs at " + endpoint + ": ")
                                        + Figures.of(resources));
                return 0;
            } catch (VmException e) {
                throw CommandFailure.of(e);
            } catch (HostException e) {
                throw CommandFailure.of(e);
            }
        }
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
