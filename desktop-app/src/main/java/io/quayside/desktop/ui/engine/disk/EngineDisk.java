package io.quayside.desktop.ui.engine.disk;

import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.TrimmedLogs;
import java.util.List;
import java.util.Optional;

/// The disk of the machine whose engine is in the window. All of them block.
public interface EngineDisk {
    /// A machine's disk as it is now, in bytes.
    ///
    /// @param total what its file system has room for
    /// @param used of that
    /// @param onHost what its file takes on this computer
    /// @param hostFree what is left there; 0 when that can't be known
    record Use(String machine, long total, long used, long onHost, long hostFree) {
        /// What the file takes beyond what is used.
        long held() {
            return Math.max(0, onHost - used);
        }
    }

    /// Empty when the engine is in no machine, or the machine isn't connected to this process.
    Optional<Use> use() throws VmException, InterruptedException;

    /// What containers have printed, as the machine's engine keeps it.
    ///
    /// @throws VmException also if the machine can't tell
    List<ContainerLog> logs(String machine) throws VmException, InterruptedException;

    /// Cuts the start off logs of containers that don't run.
    ///
    /// @param containers their whole ids
    /// @param keepBytes about how much of the end stays of each
    TrimmedLogs trimLogs(String machine, List<String> containers, long keepBytes)
            throws VmException, InterruptedException;

    /// Gives blocks that nothing uses back to this computer. The machine goes on.
    void returnBlocks(String machine) throws VmException, InterruptedException;

    /// Copies the disk's file without what is zero. The machine stops meanwhile and starts again, whatever comes of it.
    ShrinkReport shrink(String machine, DiskProgress progress) throws VmException, InterruptedException;

    /// No machine.
    static EngineDisk none() {
        return new EngineDisk() {
            @Override
            public Optional<Use> use() {
                return Optional.empty();
            }

            @Override
            public List<ContainerLog> logs(String machine) {
                throw new IllegalStateException("There is no machine.");
            }

            @Override
            public TrimmedLogs trimLogs(String machine, List<String> containers, long keepBytes) {
                throw new IllegalStateException("There is no machine.");
            }

            @Override
            public void returnBlocks(String machine) {
                throw new IllegalStateException("There is no machine.");
            }

            @Override
            public ShrinkReport shrink(String machine, DiskProgress progress) {
                throw new IllegalStateException("There is no machine.");
            }
        };
    }
}
