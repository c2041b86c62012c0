package io.quayside.vm.share;

/// Something that happened in a shared folder on the host.
///
/// @param path below the shared folder
record HostChange(Kind kind, TreePath path, boolean folder, boolean link) {
    enum Kind {
        MADE,
        DELETED,
        MODIFIED
    }
}
