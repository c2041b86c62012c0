package io.quayside.desktop.ui.engine;

import io.quayside.vm.context.ContextState;
import io.quayside.vm.error.VmException;
import java.nio.file.Path;
import java.util.Optional;

/// The context by which the `docker` command reaches the machine in the window. All but the folder block.
public interface CliContext {
    /// Docker's configuration folder, usually `~/.docker`.
    Path dockerFolder();

    /// Empty when the engine is in no machine.
    Optional<Found> context() throws VmException;

    /// Makes the context, or ours the default one.
    Found addContext(String machine, boolean makeDefault) throws VmException;

    /// Removes the context if it is the machine's.
    Found removeContext(String machine) throws VmException;

    /// How it is with the context of a machine.
    record Found(String machine, ContextState state) {}
}
