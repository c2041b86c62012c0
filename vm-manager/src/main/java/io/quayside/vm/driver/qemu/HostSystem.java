package io.quayside.vm.driver.qemu;

/// The operating system that QEMU runs on, as far as its command line cares.
public enum HostSystem {
    LINUX,
    MACOS,
    WINDOWS
}
