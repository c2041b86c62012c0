package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that a guest has a number for. It stays with the path, so a file that the host replaced is the
/// new one at the next request; one that is open stays what it is.
final class Fid {
    final int uid;
    volatile TreePath path;
    volatile @Nullable FileChannel channel;
    volatile @Nullable List<String> listing;
    /// What is left of a file whose name a guest took away while it had it open.
    volatile @Nullable Nameless nameless;

    Fid(TreePath path, int uid) {
        this.path = path;
        this.uid = uid;
    }

    /// A file without a name.
    ///
    /// @param channel may be closed by its owner at any time
    record Nameless(FileFacts facts, Ownership.Owned owned, FileChannel channel) {
        FileFacts now() throws IOException {
            return facts.withoutName(channel.size());
        }
    }

    void close() {
        FileChannel open = channel;
        channel = null;
        listing = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Each write was answered for itself.
            }
        }
    }
}
