package io.quayside.vm.model;

/// The processor that a guest is built for. It is the host's own: other ones run, but slowly.
public enum Architecture {
    /// Intel and AMD, 64 bits.
    AMD64("amd64"),
    /// ARM, 64 bits.
    ARM64("arm64");

    private final String debianName;

    Architecture(String debianName) {
        this.debianName = debianName;
    }

    /// The name that Debian and container images use.
    public String id() {
        return debianName;
    }
}
