package io.quayside.vm.driver.hyperv;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;

/// Turns failures of cmdlets into problems, by identifiers and numbers, never by words. The identifiers
/// were read in other people's reports of them; those that turn out otherwise on a real Windows come out as
/// "refused a command" with PowerShell's own words.
final class HyperVFailures {
    private static final String IN_USE = "80070020";
    private static final String DISK_FULL = "80070070";
    private static final String NO_MEMORY = "8007000E";
    private static final String NO_RESOURCES = "800705AA";
    private static final String NO_HYPERVISOR = "C0351000";

    private HyperVFailures() {}

    static VmException of(ProcessFailure failure) {
        return new VmException(
                switch (failure) {
                    case ProcessFailure.NotStarted missing ->
                        new VmProblem.HyperVMissing(String.valueOf(missing.getMessage()));
                    case ProcessFailure.Overdue late ->
                        new VmProblem.HypervisorRefused(late.program(), String.valueOf(late.getMessage()));
                },
                failure);
    }

    static VmException of(CmdletFailure failure) {
        return new VmException(problem(failure));
    }

    private static VmProblem problem(CmdletFailure failure) {
        if (failure.category().equals("PermissionDenied") || failure.kind().equals("AccessDenied")) {
            return new VmProblem.HyperVNotAllowed(failure.cmdlet());
        }
        if (failure.kind().equals("CommandNotFoundException")) {
            return new VmProblem.HyperVMissing("PowerShell has no cmdlet " + failure.cmdlet() + ".");
        }
        // Asked for all machines, it can only mean that the service isn't there.
        if (failure.cmdlet().equals("Get-VM") && failure.kind().equals("ObjectNotFound")) {
            return new VmProblem.HyperVMissing("Its management service doesn't answer.");
        }
        return switch (failure.code()) {
            case IN_USE -> new VmProblem.DiskAttached(failure.message());
            case DISK_FULL -> new VmProblem.HypervisorRefused(failure.cmdlet(), "the disk is full");
            case NO_MEMORY, NO_RESOURCES -> new VmProblem.HostMemoryShort(failure.message());
            case NO_HYPERVISOR ->
                new VmProblem.HyperVMissing("The hypervisor isn't running; virtualization may be off in the firmware.");
            default -> new VmProblem.HypervisorRefused(failure.cmdlet(), failure.message());
        };
    }
}
