package io.quayside.vm.share;

import java.util.List;

/// Has a guest's kernel forget what it keeps of files. Any thread may call; it waits for the guest.
interface Forgetting {
    /// Sizes, times and rights of these.
    ///
    /// @param nodes numbers that the guest knows them by
    void attributes(List<Long> nodes) throws InterruptedException;

    /// All files that nobody uses.
    void unused() throws InterruptedException;
}
