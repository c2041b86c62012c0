package io.quayside.desktop.ui.mounts;

import io.quayside.vm.error.VmException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which folders of this computer the machine in the window sees. [#missing] and [#share] block.
public interface MountableFolders {
    /// An engine that is in no machine.
    MountableFolders ALL = new MountableFolders() {
        @Override
        public Optional<String> machine() {
            return Optional.empty();
        }

        @Override
        public List<Path> missing(String machine, Collection<String> paths) {
            return List.of();
        }

        @Override
        public void share(String machine, List<Path> folders) {
            throw new IllegalStateException(machine);
        }
    };

    /// The name of the machine; empty when the engine in the window is in none.
    Optional<String> machine();

    /// The folders that would have to be shared so that containers can mount these paths.
    ///
    /// @param paths absolute ones of the engine's machine
    List<Path> missing(String machine, Collection<String> paths) throws VmException;

    /// Has the machine see these folders too, to be read and written.
    void share(String machine, List<Path> folders) throws VmException, InterruptedException;
}
