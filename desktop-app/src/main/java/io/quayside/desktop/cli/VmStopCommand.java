package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.MachineState;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside vm stop`.
@Command(name = "stop", description = "Stops a machine, its containers first. Data stays.")
final class VmStopCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    @Mixin
    private final VmCommand.Name name = new VmCommand.Name();

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            Machines machines = backend.machines().machines();
            String wanted = name.of(backend.machines());
            machines.config(wanted); // or it isn't there
            boolean ran = machines.inspect(wanted).state() != MachineState.STOPPED;
            machines.stop(wanted);
            System.out.println(
                    json
                            ? Json.of(Map.of("name", wanted, "state", "stopped"))
                            : wanted + (ran ? " is stopped." : " didn't run."));
            return 0;
        } catch (VmException e) {
            throw CommandFailure.of(e);
        }
    }
}
