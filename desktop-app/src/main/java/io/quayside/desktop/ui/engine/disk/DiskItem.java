package io.quayside.desktop.ui.engine.disk;

import java.util.List;

/// Something of the engine's disk that can go.
///
/// @param consequence what that means, a short sentence
/// @param bytes that become free
/// @param parts exactly what goes
/// @param more whether more may become free, as with layers that images share, of which the engine doesn't tell how
/// much
record DiskItem(Kind kind, String title, String consequence, long bytes, List<Part> parts, boolean more) {
    /// What can go, in the order in which it is offered.
    enum Kind {
        CACHE(true),
        UNTAGGED(true),
        IMAGES(true),
        CONTAINERS(true),
        /// Of a machine's disk file. They are free in the engine already; this computer gets them back.
        BLOCKS(true),
        /// Of containers that don't run; their ends stay.
        LOGS(false),
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

    DiskItem(Kind kind, String title, String consequence, long bytes, List<Part> parts) {
        this(kind, title, consequence, bytes, parts, false);
    }

    /// Whether it is of any use.
    boolean isWorthwhile() {
        return bytes > 0 || more;
    }

    DiskItem {
        parts = List.copyOf(parts);
    }
}
