package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.task.Subscription;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import java.util.List;
import java.util.Optional;

/// What the page File sharing asks about the machine whose engine is in the window. [#read] and [#apply] block.
public interface FolderSharing {
    /// The folders of a machine.
    ///
    /// @param running whether the machine runs
    /// @param served whether this process serves its folders
    record Folders(String name, boolean running, boolean served, List<Folder> all) {
        public Folders {
            all = List.copyOf(all);
        }

        List<Share> shares() {
            return all.stream().map(folder -> folder.status().share()).toList();
        }
    }

    /// One folder.
    ///
    /// @param there whether this computer has it now
    record Folder(ShareStatus status, boolean there) {}

    /// A path of the machine that a container has mounted.
    ///
    /// @param container its name, untrusted
    /// @param up whether it runs
    record Bind(String container, String path, boolean up) {}

    /// The name of the machine; empty when the engine in the window is in none.
    Optional<String> machine();

    Folders read(String name) throws VmException, InterruptedException;

    /// Has the machine see these folders and no others.
    void apply(String name, List<Share> wanted) throws VmException, InterruptedException;

    /// What containers have mounted, as last heard of.
    List<Bind> binds();

    /// Calls the listener, on any thread, when the answers may be others.
    Subscription onChange(Runnable listener);
}
