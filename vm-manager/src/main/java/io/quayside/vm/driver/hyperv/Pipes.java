package io.quayside.vm.driver.hyperv;

import java.io.IOException;
import java.nio.channels.ByteChannel;

/// Opens named pipes of this computer; tests put something else in its place.
interface Pipes {
    /// Connects to a pipe that Hyper-V holds for a serial line of a machine. Reading and writing don't wait for each
    /// other.
    ///
    /// @throws java.nio.file.NoSuchFileException while the machine doesn't run
    /// @throws java.nio.file.AccessDeniedException if this user may not
    ByteChannel open(String path) throws IOException;
}
