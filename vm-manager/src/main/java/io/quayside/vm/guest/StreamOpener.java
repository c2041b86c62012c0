package io.quayside.vm.guest;

import java.io.IOException;

/// Opens raw streams into a guest. Thread-safe.
@FunctionalInterface
public interface StreamOpener {
    /// Opens a stream and returns when the guest has connected its end.
    ///
    /// @throws IOException with the guest's reason if it can't
    GuestStream connect(StreamTarget target) throws IOException, InterruptedException;

    /// Returns when what is written into an open stream is read soon: at once, unless the machine sleeps.
    default void awake() throws IOException {}
}
