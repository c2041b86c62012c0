package io.quayside.vm.image;

import io.quayside.vm.error.VmException;

/// Where the guest image comes from, asked when it is needed: whether a machine runs is known without it.
@FunctionalInterface
public interface ImageSource {
    /// The image, with the sizes of its files checked.
    ///
    /// @throws VmException if there is none, or it can't be used
    GuestImage open() throws VmException;
}
