package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/// A command below `quayside vm`: what it stands on is open while it works, and its failures are told as such.
abstract class MachineCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    /// Does it. Blocks; returns the exit code.
    abstract int run(Backend backend) throws CommandFailure, VmException, HostException, InterruptedException;

    @Override
    public final Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            return run(backend);
        } catch (VmException e) {
            throw CommandFailure.of(e);
        } catch (HostException e) {
            throw CommandFailure.of(e);
        }
    }
}
