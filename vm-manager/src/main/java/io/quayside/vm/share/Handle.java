package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file or folder that a guest has open.
final class Handle {
    final Node node;
    final @Nullable FileChannel channel;
    volatile @Nullable List<String> listing;

    private Handle(Node node, @Nullable FileChannel channel) {
        this.node = node;
        this.channel = channel;
    }

    static Handle file(Node node, FileChannel channel) {
        return new Handle(node, channel);
    }

    /// Without a file: a folder, or what the replaying user has "made".
    static Handle bare(Node node) {
        return new Handle(node, null);
    }

    FileChannel file() throws Refused {
        if (channel == null) {
            throw new Refused(Errno.EBADF);
        }
        return channel;
    }

    void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Each write was answered for itself.
            }
        }
    }
}
