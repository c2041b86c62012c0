package io.quayside.vm.driver;

/// How a guest gets its address.
public enum GuestNetwork {
    /// The hypervisor's own network for one guest, with the same addresses everywhere.
    USER,
    /// A network of the host's, which hands out addresses.
    DHCP
}
