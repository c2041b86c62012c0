package io.quayside.vm.boot;

import io.quayside.testing.command.Command;
import java.nio.file.Path;

/// How much room a file takes on the host, which for a sparse one is less than its size.
final class DiskUse {
    private DiskUse() {}

    static long kibibytes(Path file) {
        String line = Command.of("du", "-k", file.toString()).run().orFail().output();
        return Long.parseLong(line.split("\\s")[0]);
    }
}
