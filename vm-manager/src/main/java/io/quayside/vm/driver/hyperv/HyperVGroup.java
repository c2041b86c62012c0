package io.quayside.vm.driver.hyperv;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.time.Duration;

/// The group whose members may use Hyper-V. Joining it is the one thing that needs an administrator, once;
/// Windows asks for consent itself, and this process never has more rights than before.
public final class HyperVGroup {
    /// People read and look for passwords meanwhile.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private final ProcessRunner runner;

    public HyperVGroup(ProcessRunner runner) {
        this.runner = runner;
    }

    /// Asks for consent and puts this user into the group; it counts after the next sign-in.
    ///
    /// @return false if consent was refused
    public boolean join() throws VmException, InterruptedException {
        try {
            ProcessOutcome outcome = runner.run(
                    ProcessRequest.of(PowerShell.command("join-group.ps1")).withDeadline(PATIENCE));
            return switch (outcome.exitCode()) {
                case DONE -> true;
                case REFUSED -> false;
                default ->
                    throw new VmException(new VmProblem.HypervisorRefused(
                            "Add-LocalGroupMember", "it ended with " + outcome.exitCode()));
            };
        } catch (ProcessFailure e) {
            throw HyperVFailures.of(e);
        }
    }
}
