package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.HostMachines;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `quayside vm`: the virtual machines with an engine each.
@Command(
        name = "vm",
        description = "Makes, starts, stops and deletes the Linux virtual machine that runs the engine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            VmCreateCommand.class,
            VmStartCommand.class,
            VmStopCommand.class,
            VmStatusCommand.class,
            VmShellCommand.class,
            VmDeleteCommand.class
        })
final class VmCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Spec
    private @Nullable CommandSpec spec;

    Backend backend() throws CommandFailure {
        return Objects.requireNonNull(quayside).backend();
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /// Which machine is meant by none: the usual one, or the only one there is.
    static String only(HostMachines machines) throws CommandFailure {
        List<String> all = machines.names();
        if (all.isEmpty() || all.contains(HostMachines.USUAL_NAME)) {
            return HostMachines.USUAL_NAME;
        }
        if (all.size() > 1) {
            throw new CommandFailure("There are several machines: " + String.join(", ", all) + ". Name one of them.");
        }
        return all.getFirst();
    }
}
