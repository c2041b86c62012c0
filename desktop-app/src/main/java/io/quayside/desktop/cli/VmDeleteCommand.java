package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.vm.error.VmException;
import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `quayside vm delete`.
@Command(name = "delete", description = "Deletes a stopped machine for good, with its images, containers and volumes.")
final class VmDeleteCommand extends NamedMachineCommand {
    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Override
    int run(Backend backend, String wanted) throws CommandFailure, VmException {
        HostMachines machines = backend.machines();
        if (machines.names().contains(wanted) && !yes && !agreed(wanted)) {
            throw new CommandFailure(wanted + " was not deleted.");
        }
        machines.delete(wanted);
        say(facts(wanted, "none"), wanted + " is deleted.");
        return 0;
    }

    /// Whoever types the name means it.
    private static boolean agreed(String wanted) throws CommandFailure {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isEmpty()) {
            throw new CommandFailure("Nobody can be asked here. To delete " + wanted
                    + " with its images, containers and volumes, add --yes.");
        }
        String answer = console.get()
                .readLine(
                        "All images, containers and volumes in %s are deleted for good. Type its name to go on: ",
                        wanted);
        return wanted.equals(answer == null ? "" : answer.strip());
    }
}
