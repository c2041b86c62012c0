package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside vm status`: 0 when the machine is as it should be, running or not; 1 when something of it is broken.
@Command(name = "status", description = "Says how a machine stands. Exit code 1 when something of it is broken.")
final class VmStatusCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    @Mixin
    private final VmCommand.Name name = new VmCommand.Name();

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            HostMachines machines = backend.machines();
            String wanted = name.of(machines);
            if (!machines.names().contains(wanted)) {
                return none(wanted);
            }
            VmReport report = VmReport.of(backend, wanted);
            System.out.println(json ? Json.of(report.facts()) : report.text());
            return report.broken() ? 1 : 0;
        } catch (VmException e) {
            throw CommandFailure.of(e);
        }
    }

    private int none(String wanted) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", wanted);
        facts.put("state", "none");
        VmProblem.Words words = new VmProblem.NoSuchMachine(wanted).words();
        System.out.println(json ? Json.of(facts) : words.what() + " quayside vm create makes it.");
        return 0;
    }
}
