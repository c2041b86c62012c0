package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import picocli.CommandLine.Command;

/// `quayside vm status`: 0 when the machine is as it should be, running or not; 1 when something of it is broken.
@Command(name = "status", description = "Says how a machine stands. Exit code 1 when something of it is broken.")
final class VmStatusCommand extends NamedMachineCommand {
    @Override
    int run(Backend backend, String wanted) throws VmException, InterruptedException {
        if (!backend.machines().names().contains(wanted)) {
            VmProblem.Words words = new VmProblem.NoSuchMachine(wanted).words();
            say(facts(wanted, "none"), words.what() + " quayside vm create makes it.");
            return 0;
        }
        VmReport report = VmReport.of(backend, wanted);
        say(report.facts(), report.text());
        return report.broken() ? 1 : 0;
    }
}
