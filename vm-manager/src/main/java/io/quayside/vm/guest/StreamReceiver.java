package io.quayside.vm.guest;

import org.jspecify.annotations.Nullable;

/// Takes what the guest sends on a stream as it comes.
public interface StreamReceiver {
    /// Called on the thread that reads all of the machine's streams, for one piece after the other; must not wait.
    ///
    /// @return what is to be done now, at once and in most cases by the same thread, after it has let another one
    /// read; so it may wait, and run beside what later pieces bring about. Until it is done the guest may send
    /// less. Absent if there is nothing to do yet
    @Nullable
    Runnable take(byte[] piece);

    /// Nothing more comes. May be called again, with another reason; only the first counts. Must not wait.
    ///
    /// @param reason empty if the guest ended it in order
    void ended(String reason);
}
