package io.quayside.desktop.ui.engine.disk;

import java.util.List;

/// Something of the engine's disk that can go.
///
/// @param consequence what that means, a short sentence
/// @param bytes that become free
/// @param parts exactly what goes
record DiskItem(Kind kind, String title, String consequence, long bytes, List<Part> parts) {
    /// What can go, in the order in which it is offered.
    enum Kind {
        CACHE(true),
        UNTAGGED(true),
        IMAGES(true),
        CONTAINERS(true),
        VOLUMES(false);

        private final boolean usual;

        Kind(boolean usual) {
            this.usual = usual;
        }

        /// Whether it is checked before somebody says otherwise. What can't be made again is not.
        boolean isUsual() {
            return usual;
        }
    }

    /// One thing that goes.
    ///
    /// @param key what the engine calls it
    /// @param name safe to show
    record Part(String key, String name, long bytes) {}

    DiskItem {
        parts = List.copyOf(parts);
    }
}
