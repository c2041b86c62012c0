package io.quayside.vm.share;

import java.util.Map;

/// Something that happened in a shared folder on the host.
///
/// @param path below the shared folder
record HostChange(Kind kind, TreePath path, boolean folder, boolean link) {
    enum Kind {
        MADE,
        DELETED,
        MODIFIED
    }

    /// As the guest's program reads it.
    Map<String, Object> fields() {
        return Map.of(
                "kind",
                kind.name().toLowerCase(java.util.Locale.ROOT),
                "path",
                path.text(),
                "folder",
                folder,
                "link",
                link);
    }
}
