package io.quayside.desktop.state.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// What tells a socket file from one that was made later at the same path.
///
/// @param identity absent where no file was
record SocketMark(Optional<String> identity) {
    static final SocketMark NONE = new SocketMark(Optional.empty());

    static SocketMark of(Path socket) {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // A number of a file is given again once it is free, so the time counts as well.
            return new SocketMark(Optional.of(file.fileKey() + " " + file.lastModifiedTime()));
        } catch (IOException e) {
            return NONE;
        }
    }

    /// Whether `now` is a socket that this one isn't.
    boolean isReplacedBy(SocketMark now) {
        return now.identity.isPresent() && !now.equals(this);
    }
}
