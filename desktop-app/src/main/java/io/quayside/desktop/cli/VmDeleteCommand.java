package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.vm.error.VmException;
import java.io.Console;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside vm delete`.
@Command(name = "delete", description = "Deletes a stopped machine for good, with its images, containers and volumes.")
final class VmDeleteCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    @Mixin
    private final VmCommand.Name name = new VmCommand.Name();

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            HostMachines machines = backend.machines();
            String wanted = name.of(machines);
            if (machines.names().contains(wanted) && !yes && !agreed(wanted)) {
                throw new CommandFailure(wanted + " was not deleted.");
            }
            machines.delete(wanted);
            System.out.println(json ? Json.of(Map.of("name", wanted, "state", "none")) : wanted + " is deleted.");
            return 0;
        } catch (VmException e) {
            throw CommandFailure.of(e);
        }
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
