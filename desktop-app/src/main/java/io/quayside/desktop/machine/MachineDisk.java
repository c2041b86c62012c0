package io.quayside.desktop.machine;

import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file on this computer that is a machine's disk.
///
/// @param file wherever it was moved to
/// @param bytes that it takes here, which for a sparse file is less than its size; its size where the computer can't
/// say
/// @param moved whether it isn't in the machine's own folder
public record MachineDisk(Path file, long bytes, boolean moved) {
    /// Measures it. One that isn't there takes nothing. Blocks.
    ///
    /// @throws VmException if no machine can have that name
    public static MachineDisk of(Machines machines, String name) throws VmException, InterruptedException {
        Path place = machines.filesOf(name).dataDisk();
        boolean moved = Files.isSymbolicLink(place);
        try {
            return new MachineDisk(machines.diskFile(name), machines.diskOnHost(name), moved);
        } catch (VmException e) {
            return new MachineDisk(place, size(place), moved);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
