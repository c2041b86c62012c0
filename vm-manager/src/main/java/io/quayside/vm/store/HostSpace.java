package io.quayside.vm.store;

import io.quayside.vm.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the host has where a machine is.
public final class HostSpace {
    private HostSpace() {}

    /// Bytes that this user may still write there.
    public static long free(Path folder) throws VmException {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
    }
}
